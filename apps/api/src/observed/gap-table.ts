import type { CoverageDto, GapDto } from '@license-monitor/api-contract';
import { instant, plain, type Column } from '../export/column';
import type { Table } from '../export/table-file';

/** A gap of a server, or of one product where its tracing was off. */
interface GapRow extends GapDto {
  readonly server: string | null;
  readonly product: string | null;
}

const gapRows = (
  gaps: readonly GapDto[],
  of: { readonly server: string | null; readonly product: string | null },
): GapRow[] => gaps.map((gap) => ({ ...of, ...gap }));

const COLUMNS: readonly Column<GapRow>[] = [
  ...plain<GapRow>('server', 'product'),
  instant<GapRow>('from'),
  instant<GapRow>('to'),
  ...plain<GapRow>('cause'),
];

export function toGapTable({ servers, products }: CoverageDto): Table<GapRow> {
  const rows = [
    ...servers.flatMap(({ server, gaps }) => gapRows(gaps, { server, product: null })),
    ...products.flatMap(({ product, gaps }) => gapRows(gaps, { server: null, product })),
  ];
  return { name: 'coverage', columns: COLUMNS, rows };
}
