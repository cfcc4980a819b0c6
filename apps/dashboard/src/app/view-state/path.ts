/** Returns the path of an address of this application, without its parameters. */
export function toPath(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}
