import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../workspace.mjs';

/** Starts a throw-away PostgreSQL (tools/throwaway-postgres.mjs); `stop` removes it. */
export async function startPostgres() {
  const server = spawn(process.execPath, [join(root, 'tools/throwaway-postgres.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const [url] = await Promise.race([once(server.stdout, 'data'), ended]);
  if (!(url instanceof Buffer)) throw new Error('PostgreSQL does not start: see above');
  const stop = () => {
    server.stdin.end();
    return ended;
  };
  return { url: url.toString().trim(), stop };
}
