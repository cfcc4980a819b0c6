import type { FindingDto } from '@license-monitor/api-contract';
import { instant, plain, type Column } from '../export/column';

export const FINDING_COLUMNS: readonly Column<FindingDto>[] = [
  ...plain<FindingDto>('kind', 'product', 'count'),
  instant<FindingDto>('firstAt'),
  instant<FindingDto>('lastAt'),
  ...plain<FindingDto>('meaning', 'rows'),
];
