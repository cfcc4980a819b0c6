import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A session that is open now, with its names written out: the whole answer in one row. */
@Entity('active_sessions')
export class ActiveSessionRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Column({ type: 'text' }) server: string;
  @Column({ type: 'text' }) product: string;
  @Column({ type: 'text' }) editor: string;
  @Column({ type: 'text' }) user: string;
  @Column({ type: 'text' }) host: string;
  @Column({ type: 'text', nullable: true }) display: string | null;
  /** Distinguishes the seats that share a licence. */
  @Column({ type: 'integer', name: 'client_id', nullable: true }) clientId: number | null;
  @Column({ type: 'integer' }) model: number;
  @Column({ type: 'integer' }) quantity: number;
  @Column({ type: 'integer', name: 'started_at', nullable: true }) startedAt: number | null;
  @Column({ type: 'integer', name: 'uncertain_since', nullable: true }) uncertainSince:
    number | null;
}

/** How far the live store has come: a single row. */
@Entity('live_state')
export class LiveStateRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Column({ type: 'integer', name: 'last_event_id' }) lastEventId: number;
}

/** What the monitor says of itself, per licence server. */
@Entity('monitor_status')
export class MonitorStatusRow {
  @PrimaryColumn({ type: 'text' }) server: string;
  @Column({ type: 'text' }) state: string;
  @Column({ type: 'text', nullable: true }) problem: string | null;
  @Column({ type: 'integer', name: 'reported_at' }) reportedAt: number;
  @Column({ type: 'text', name: 'log_directory' }) logDirectory: string;
  @Column({ type: 'text', name: 'log_pattern' }) logPattern: string;
  @Column({ type: 'integer', name: 'bytes_total' }) bytesTotal: number;
  @Column({ type: 'integer', name: 'bytes_read' }) bytesRead: number;
  /** `FollowCounts` as JSON. */
  @Column({ type: 'text', nullable: true }) counts: string | null;
}
