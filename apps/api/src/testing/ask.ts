import { get } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  /** Empty for a stream that does not end. */
  readonly body: string;
}

/** Asks for an address exactly as it is written. */
export function ask(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = get({ hostname, port, path, headers, agent: false }, (response) => {
      const { statusCode: status = 0 } = response;
      const contentType = response.headers['content-type'] ?? '';
      if (contentType.startsWith('text/event-stream')) {
        request.destroy();
        resolve({ status, contentType, body: '' });
        return;
      }
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status, contentType, body: Buffer.concat(parts).toString() });
      });
      response.on('error', reject);
    });
    request.on('error', reject);
  });
}
