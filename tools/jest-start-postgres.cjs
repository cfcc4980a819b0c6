// Starts one throw-away PostgreSQL for a run of jest or Playwright; TEST_DATABASE_URL may name another
// server, on which databases and roles may be made.
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { join } = require('node:path');

module.exports = async () => {
  if (process.env.TEST_DATABASE_URL) return;
  const server = spawn(process.execPath, [join(__dirname, 'throwaway-postgres.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const [url] = await Promise.race([once(server.stdout, 'data'), ended]);
  if (!(url instanceof Buffer)) throw new Error('PostgreSQL does not start: see above');
  process.env.TEST_DATABASE_URL = url.toString().trim();
  globalThis.stopPostgres = () => {
    server.stdin.end();
    return ended;
  };
};
