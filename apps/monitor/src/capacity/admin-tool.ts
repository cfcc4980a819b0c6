import { spawn, type ChildProcess } from 'node:child_process';

/** How the administration tool of the licence server is called. */
export interface AdminTool {
  /** Path of DSLicSrv. */
  readonly command: string;
  readonly host: string;
  readonly port: number;
  /** One line; empty: none. It goes to standard input only: never into the process list or the log. */
  readonly password: string;
  /** IANA zone in which the tool writes its dates. */
  readonly timeZone: string;
  readonly timeoutMs: number;
}

/** How a call of the tool ended. */
export type ToolResult =
  | {
      readonly type: 'ended';
      /** All that it printed. Do not log it: it may echo the password. */
      readonly output: string;
      readonly errors: string;
      readonly exitCode: number | null;
    }
  | { readonly type: 'timedOut' }
  | { readonly type: 'failed'; readonly text: string };

/** More than this is no answer. */
const MAX_CHARACTERS = 64 * 1024 * 1024;

/** Only questions, over a connection that can do no more than ask (log-format.md §10.1). */
function toCommands({ host, port, password }: AdminTool): string {
  const lines = [
    `connect ${host} ${port} -restricted`,
    ...(password === '' ? [] : [password]),
    'getLicenseUsage -csv',
    'getLicenseInfo',
    'quit',
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * Asks the licence server through its administration tool. Never throws; the tool is ended when it
 * takes too long or `signal` says so.
 */
export async function askAdminTool(tool: AdminTool, signal: AbortSignal): Promise<ToolResult> {
  try {
    return await runTool(tool, signal);
  } catch (error) {
    // Some paths cannot even be tried, such as one below a file.
    return { type: 'failed', text: (error as Error).message };
  }
}

function runTool(tool: AdminTool, signal: AbortSignal): Promise<ToolResult> {
  return new Promise((resolve) => {
    const child: ChildProcess = spawn(tool.command, ['-admin', '-locale', 'en_US'], {
      env: toEnvironment(tool),
      stdio: 'pipe',
      windowsHide: true,
      signal,
      killSignal: 'SIGKILL',
    });
    const timer = setTimeout(() => {
      end(child);
      resolve({ type: 'timedOut' });
    }, tool.timeoutMs);
    const [output, errors] = [collect(child, 'stdout'), collect(child, 'stderr')];
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ type: 'failed', text: error.message });
    });
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ type: 'ended', output: output(), errors: errors(), exitCode });
    });
    // A tool that ends early does not read to the end; what it printed tells why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(toCommands(tool));
  });
}

/** The tool's language and zone are ours to know, and our secrets are not for its environment. */
function toEnvironment({ timeZone }: AdminTool): NodeJS.ProcessEnv {
  const own = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: timeZone, DSLICSRV_PASSWORD: undefined };
  return { ...process.env, ...own };
}

function collect(child: ChildProcess, name: 'stdout' | 'stderr'): () => string {
  const parts: string[] = [];
  let length = 0;
  const stream = child[name];
  stream?.setEncoding('utf8');
  stream?.on('data', (part: string) => {
    length += part.length;
    if (length > MAX_CHARACTERS) end(child);
    else parts.push(part);
  });
  return () => parts.join('');
}

/** A child of the tool may hold its output open: let go of that, too. */
function end(child: ChildProcess): void {
  child.kill('SIGKILL');
  child.stdin?.destroy();
  child.stdout?.destroy();
  child.stderr?.destroy();
}
