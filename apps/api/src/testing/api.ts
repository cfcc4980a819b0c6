import type { INestApplication } from '@nestjs/common';
import { readSettings } from '@license-monitor/db';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from '../create-api';
import { describeApi } from '../openapi/describe-api';
import { apiSettings } from '../settings';
import { AnswerCheck } from './answer-check';
import { Contract } from './contract';

/** A listening API and where it listens. */
export interface TestApi {
  readonly app: INestApplication;
  readonly server: Server;
  readonly url: string;
  /** @throws Error when an answer was not as the API describes it. */
  close(): Promise<void>;
}

/** The same for each API, and slow to make. */
let contract: Contract | undefined;

export async function startApi(environment: Readonly<Record<string, string>>): Promise<TestApi> {
  const app = await createApi(readSettings(apiSettings, environment), ['fatal']);
  contract ??= new Contract(describeApi(app));
  const check = new AnswerCheck(contract);
  app.useGlobalInterceptors(check);
  await app.listen(0, '127.0.0.1');
  const server = app.getHttpServer() as Server;
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    await app.close();
    if (check.faults.length > 0) throw new Error(check.faults.slice(0, 20).join('\n'));
  };
  return { app, server, url: `http://127.0.0.1:${port}`, close };
}
