import type { LicenseModel } from '@license-monitor/log-parser';
import type { Session } from '@license-monitor/sessions';
import type { Names } from './names';

/** A session with its names written out. */
export interface NamedSession {
  readonly id: number;
  readonly isOpen: boolean;
  readonly server: string;
  readonly product: string;
  /** Empty when the log did not say. */
  readonly editor: string;
  readonly user: string;
  readonly host: string;
  readonly display: string | null;
  readonly clientId: number | null;
  readonly model: LicenseModel;
  readonly quantity: number;
  readonly startedAt: number | null;
  readonly uncertainSince: number | null;
}

export function toNamedSession(
  { seat, ...session }: Session,
  names: Names,
  serverNames: ReadonlyMap<number, string>,
): NamedSession {
  const { editor, code } = names.product(seat.productId);
  return {
    id: session.id,
    isOpen: session.endedAt === null,
    server: serverNames.get(seat.serverId) ?? '',
    product: code,
    editor,
    user: names.user(seat.userId),
    host: names.host(seat.hostId),
    display: names.display(seat.clientId),
    clientId: seat.clientId,
    model: seat.model,
    quantity: seat.quantity,
    startedAt: session.startedAt,
    uncertainSince: session.uncertainSince,
  };
}
