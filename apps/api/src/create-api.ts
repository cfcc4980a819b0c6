import 'reflect-metadata';
import { ConsoleLogger, type INestApplication, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import helmet from 'helmet';
import type { Server } from 'node:http';
import { ApiModule } from './api.module';
import { serveDashboard } from './dashboard/serve-dashboard';
import { compressedFiles } from './dashboard/compressed-files';
import { ProblemDetailsFilter } from './http/problem-details.filter';
import { refuseBrokenRequests } from './http/refuse-broken-requests';
import { queryValidation } from './http/validation';
import { describeApi } from './openapi/describe-api';
import type { ApiSettings } from './settings';

const PREFIX = 'api/v1';

/** Makes the API, ready to listen. */
export async function createApi(
  settings: ApiSettings,
  logLevels: LogLevel[] = ['log', 'warn', 'error'],
): Promise<INestApplication> {
  const logger = new ConsoleLogger({ json: true, colors: false, logLevels });
  // Live streams never end by themselves: without force a stop would wait for them for ever.
  const options = { logger, forceCloseConnections: true };
  const module = ApiModule.create(settings);
  const app = await NestFactory.create<NestExpressApplication>(module, options);
  app.set('trust proxy', settings.TRUSTED_PROXIES);
  const { DASHBOARD_DIRECTORY } = settings;
  // Before the headers of pages: a script or a style has no use for them, and there are many.
  if (DASHBOARD_DIRECTORY !== undefined) app.use(compressedFiles(DASHBOARD_DIRECTORY));
  // Plain http on loopback: a browser must not be told to upgrade.
  const directives = { 'upgrade-insecure-requests': null };
  app.use(helmet({ contentSecurityPolicy: { directives }, strictTransportSecurity: false }));
  if (DASHBOARD_DIRECTORY !== undefined) {
    app.use(serveDashboard(DASHBOARD_DIRECTORY));
  }
  app.setGlobalPrefix(PREFIX, {
    exclude: ['health/live', 'health/ready', 'metrics'],
  });
  app.useGlobalPipes(queryValidation());
  app.useGlobalFilters(new ProblemDetailsFilter());
  SwaggerModule.setup('api/docs', app, describeApi(app));
  refuseBrokenRequests(app.getHttpServer() as Server);
  app.enableShutdownHooks();
  return app;
}
