import { Anonymiser } from '../lib/anonymise/anonymiser.js';

/** Lines that name somebody, for the tests of what becomes of the names. */
export const stamp = '2025/05/19 08:01:13:027';
export const grant = `${stamp} I USGTRACING  Grant!!MD2!00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD!WS-0042 (41A0000000000001-0a00002a.1)!10.0.0.42!alice!ALICE@CORP.S-1-5-21-1-2-3-1001.0A00002A.1.ABC-41A0000000000001!C:\\Program Files\\DS\\B30\\win_b64\\code\\bin\\CNEXT.exe ( 11168)!6.424!0`;
export const denial = `${stamp} W LICENSESERV XM2-FTA not granted, no more available license ( from client WS-0042 (41A0000000000001-0a00002a.1)/10.0.0.42|alice|ALICE@CORP.S-1-5-21-1-2-3-1001.0A00002A.1.ABC-41A0000000000001|XM2-FTA|C:\\DS\\CNEXT.exe ( 7) )`;

export const withUser = (user: string): string => grant.replace('alice', user);

/** The copies of lines, made one after the other in one run. */
export function anonymise(...lines: string[]): string[] {
  const anonymiser = new Anonymiser('key');
  return lines.map((line) => anonymiser.anonymiseLine(line));
}

/** One field of a usage line. */
export const fieldOf = (line: string, at: number): string | undefined => line.split('!')[at];
