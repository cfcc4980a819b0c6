import {
  CapacityFailureRow,
  CapacityPoolRow,
  CapacityReportRow,
  UseSnapshotRow,
} from './capacity.entities';
import {
  LicenseEventRow,
  LicenseSessionRow,
  QuarantinedLineRow,
  ServerMessageRow,
} from './history.entities';
import { ActiveSessionRow, LiveStateRow, MonitorStatusRow } from './live.entities';
import {
  ClientRow,
  EventTextRow,
  HostRow,
  InternalIdRow,
  LicenseTermsRow,
  ProductRow,
  ProgramRow,
  UserRow,
} from './name.entities';
import { UseDayRow } from './use.entities';
import { LogStreamRow, WriterLeaseRow, ServerRow } from './server.entities';

/** The tables of `history.db`. */
export const HISTORY_ENTITIES = [
  ServerRow,
  LogStreamRow,
  WriterLeaseRow,
  ProductRow,
  UserRow,
  HostRow,
  ClientRow,
  ProgramRow,
  LicenseTermsRow,
  InternalIdRow,
  EventTextRow,
  LicenseEventRow,
  ServerMessageRow,
  QuarantinedLineRow,
  LicenseSessionRow,
  UseDayRow,
  CapacityReportRow,
  UseSnapshotRow,
  CapacityPoolRow,
  CapacityFailureRow,
];

/** The tables of `license_manager.db`. */
export const LIVE_ENTITIES = [ActiveSessionRow, LiveStateRow, MonitorStatusRow];
