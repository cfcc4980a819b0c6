import { EXIT_CONFIG, loadEnvironment, readSettings, SettingsError } from '@license-monitor/db';
import { createApi } from './create-api';
import { apiSettings } from './settings';

const EXIT_FAILURE = 1;

async function main(): Promise<void> {
  const settings = readSettings(apiSettings, loadEnvironment());
  const app = await createApi(settings);
  await app.listen(settings.PORT, settings.HOST);
}

function explain(error: unknown): string {
  const { code, port, address } = error as NodeJS.ErrnoException & {
    port?: number;
    address?: string;
  };
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${address} is taken by another program. Set PORT to another one, for example PORT=${Number(port) + 1}.`;
  }
  return error instanceof SettingsError ? error.message : String((error as Error).stack ?? error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(error instanceof SettingsError ? EXIT_CONFIG : EXIT_FAILURE);
});
