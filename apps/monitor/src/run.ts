import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MonitorModule } from './monitor.module';
import { readSettings } from '@license-monitor/db';
import { monitorSettings } from './settings';
import { Stores } from './stores';

/** Runs the monitor until it is told to stop (SIGTERM, SIGINT). */
export async function runMonitor(environment: NodeJS.ProcessEnv): Promise<void> {
  const settings = readSettings(monitorSettings, environment);
  const stores = await Stores.open(settings, 'the monitor');
  const logger = new ConsoleLogger({ json: true, colors: false });
  const app = await NestFactory.createApplicationContext(MonitorModule.create(settings, stores), {
    logger,
  });
  app.enableShutdownHooks();
}
