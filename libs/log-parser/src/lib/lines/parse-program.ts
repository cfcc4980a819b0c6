/** A client's program, and its process where the log tells it. */
export interface Program {
  readonly executable: string | null;
  readonly processId: number | null;
}

const PROCESS = / \( ?(\d{1,10})\)$/;

/** Takes `C:\\…\\CNEXT.exe ( 11168)` apart: path and process number (log-format.md §2.2). */
export function parseProgram(text: string | null): Program {
  if (text === null || !text.endsWith(')')) return { executable: text, processId: null };
  const process = PROCESS.exec(text);
  if (process === null) return { executable: text, processId: null };
  return { executable: text.slice(0, process.index) || null, processId: Number(process[1]) };
}
