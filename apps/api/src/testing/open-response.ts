import express, { type Response } from 'express';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** An answer that has not begun, and the connection of the client that waits for it. */
export interface OpenResponse {
  readonly response: Response;
  readonly client: Socket;
  close(): Promise<void>;
}

export async function openResponse(): Promise<OpenResponse> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write('GET / HTTP/1.1\r\nHost: test\r\n\r\n');
  const [, response] = (await once(server, 'request')) as [unknown, object];
  Object.setPrototypeOf(response, express.response);
  return {
    response: response as Response,
    client,
    close: async () => {
      client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
