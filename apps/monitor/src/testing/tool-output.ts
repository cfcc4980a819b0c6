const EDITOR = 'Dassault Systemes V5';
const EDITOR_ID = '1F2E3D4C-0000-4000-8000-000000000005';

const GREETING = [
  'License Administration Tool Version 6.425.4 Built on May 2, 2023, 6:45:36 PM.',
  'admin >\tSoftware version: 6.425.4',
  '\tBuild date: May 2, 2023, 6:45:36 PM',
  '\tStandalone mode',
  '\tReady: yes',
  '\tServer name: lic-01   Server id: ABC-41A0000000000001',
];

/** What the administration tool prints for some answers, up to the prompt behind the last one. */
export const toolOutput = (...answers: readonly (readonly string[])[]): string =>
  `${[...GREETING, ...answers.flatMap(([first = '', ...rest]) => [`admin >${first}`, ...rest])].join('\n')}\nadmin >admin >`;

export interface PoolColumns {
  readonly product?: string;
  readonly model?: string;
  readonly seats?: number | string;
  readonly inUse?: number;
  readonly expires?: string;
}

/** The answer to `getLicenseUsage -short -csv`. */
export function usageTable(...pools: readonly PoolColumns[]): string[] {
  const header =
    'Editor,EditorId,Feature,Model,Commercial Type,Max Release Number,Max Release Date,Pricing Structure,Max Casual Duration,Expiration Date,Customer ID,Count,Inuse,';
  const rows = pools.map(
    ({
      product = 'MD2',
      model = 'ConcurrentUser',
      seats = 5,
      inUse = 2,
      expires = '2026-01-01 00:59:00',
    }) =>
      `${EDITOR},${EDITOR_ID},${product},${model},STD,0,,ALC,0,${expires},200000000000123,${seats},${inUse},`,
  );
  return [header, ...rows];
}

export interface LicenseColumns {
  readonly status?: string;
  readonly product?: string;
  readonly seats?: number;
  readonly from?: string;
  readonly to?: string;
}

/** The answer to `getLicenseInfo`, with some of its columns. */
export function enrolledTable(...licenses: readonly LicenseColumns[]): string[] {
  const rows = licenses.map(
    ({
      status = 'active',
      product = 'MD2',
      seats = 5,
      from = '2023-02-09.00:01.UTC',
      to = '2025-12-30.23:59.UTC',
    }) => [status, EDITOR, 'ConcurrentUser', product, String(seats), from, to],
  );
  const header = ['Status', 'Editor', 'Model', 'Feature', 'Quantity', 'StartDate', 'EndDate'];
  return [header, ...rows].map((cells) => cells.map((cell) => cell.padEnd(21)).join(''));
}

/** The answer to `getLicenseUsage -all`. */
export const usageText = (...lines: readonly string[]): string[] => [
  ` ${EDITOR}    (${EDITOR_ID})`,
  ...lines,
];
