import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020 } from 'ajv/dist/2020';

/** What a server-sent event brings. */
export interface SentEvent {
  readonly event: string;
  readonly data: unknown;
}

/** Checks answers of the API against its own description. */
export class Contract {
  private readonly ajv = new Ajv2020({
    allErrors: true,
    strictTypes: false,
    // What OpenAPI says of files.
    formats: { binary: true },
  });

  constructor(document: OpenAPIObject) {
    // The document is no schema, but the place of all of them: they refer to each other by it.
    this.ajv.addVocabulary(Object.keys(document)).addSchema(document, 'api');
  }

  /** What of an answer is not as it is described, a line each. */
  faultsOf(path: string, status: number, mediaType: string, body: unknown): string[] {
    return this.validate(body, [
      'paths',
      path,
      'get',
      'responses',
      status,
      'content',
      mediaType,
      'schema',
    ]);
  }

  /** What of a live message is not as it is described. */
  faultsOfEvent({ event, data }: SentEvent): string[] {
    return this.validate(data, ['components', 'schemas', 'LiveMessages', 'properties', event]);
  }

  private validate(value: unknown, place: readonly (string | number)[]): string[] {
    const pointer = place.map((part) => encodeURIComponent(escapePart(String(part)))).join('/');
    const validate = this.ajv.getSchema(`api#/${pointer}`);
    if (validate === undefined) return [`${place.join(' ')} is not described`];
    return validate(value)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message, params }) =>
            `${place[1]} ${instancePath} ${message} ${JSON.stringify(params)}`,
        );
  }
}

/** As a part of a JSON Pointer. */
const escapePart = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');
