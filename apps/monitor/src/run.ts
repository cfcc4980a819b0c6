import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { checkCapacitySettings } from './capacity/create-collector';
import { MonitorModule } from './monitor.module';
import { readServers } from './read-servers';
import { Stores } from './stores';

/** Runs the monitor until it is told to stop (SIGTERM, SIGINT). */
export async function runMonitor(environment: NodeJS.ProcessEnv): Promise<void> {
  const servers = readServers(environment);
  checkCapacitySettings(servers);
  const stores = await Stores.open(servers[0], 'the monitor');
  const logger = new ConsoleLogger({ json: true, colors: false });
  const app = await NestFactory.createApplicationContext(MonitorModule.create(servers, stores), {
    logger,
  });
  app.enableShutdownHooks();
}
