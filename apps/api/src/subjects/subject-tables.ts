import type {
  FoundSubjectDto,
  SearchDto,
  SubjectDayDto,
  SubjectDto,
} from '@license-monitor/api-contract';
import { plain } from '../export/column';
import type { Table } from '../export/table-file';

export const toFoundTable = ({ items }: SearchDto): Table<FoundSubjectDto> => ({
  name: 'search',
  columns: plain<FoundSubjectDto>('kind', 'key', 'editor'),
  rows: items,
});

/** Its days; the sessions and refusals are lists of their own. */
export const toDayTable = ({ kind, daily }: SubjectDto): Table<SubjectDayDto> => ({
  name: `${kind}_days`,
  columns: plain<SubjectDayDto>('date', 'sessionMs'),
  rows: daily,
});
