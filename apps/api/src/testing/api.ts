import type { INestApplication } from '@nestjs/common';
import { readSettings } from '@license-monitor/db';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from '../create-api';
import { apiSettings } from '../settings';

/** A listening API and where it listens. */
export interface TestApi {
  readonly app: INestApplication;
  readonly server: Server;
  readonly url: string;
  close(): Promise<void>;
}

export async function startApi(environment: Readonly<Record<string, string>>): Promise<TestApi> {
  const app = await createApi(readSettings(apiSettings, environment), ['fatal']);
  await app.listen(0, '127.0.0.1');
  const server = app.getHttpServer() as Server;
  const { port } = server.address() as AddressInfo;
  return { app, server, url: `http://127.0.0.1:${port}`, close: () => app.close() };
}
