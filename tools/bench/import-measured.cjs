// Imports a file as `license-monitor import` does, and says how many lines it had and how much memory
// it took at the most.
const { join } = require('node:path');
const root = join(__dirname, '../..');
const { importLogs } = require(join(root, 'apps/monitor/dist/importing/import-logs.js'));
const { readServer } = require(join(root, 'apps/monitor/dist/read-servers.js'));

importLogs(readServer(process.env), [process.argv[2]], () => undefined).then(({ lines }) => {
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(JSON.stringify({ lines, megabytes }));
});
