import { statfs } from 'node:fs/promises';

/**
 * Kinds of file systems that lie on another machine, as `statfs(2)` of Linux numbers them: NFS, SMB,
 * CIFS, SMB2, AFS, Coda, Ceph, 9P and FUSE, by which most others are mounted.
 */
const NETWORK_TYPES: ReadonlySet<number> = new Set([
  ...[0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245, 0x00c36400, 0x01021997],
  0x65735546,
]);

/**
 * Whether a path lies on a network share, as far as that can be told: a path of Windows by its two
 * backslashes, another by the kind of its file system. What is not there yet counts as local.
 */
export async function isNetworkShare(path: string): Promise<boolean> {
  if (path.startsWith('\\\\')) return true;
  const found = await statfs(path).catch(() => undefined);
  return found !== undefined && NETWORK_TYPES.has(found.type);
}
