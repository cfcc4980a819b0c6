import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The truth: one row per event, appended and never changed (triggers refuse it). Ids rise in the
 * order in which lines were read; the live feed uses them as its positions.
 */
@Entity('license_events')
@Index('ix_license_events_denials', ['at'], { where: 'type = 3' })
@Index(
  'ix_license_events_denials_product',
  ['productId', 'at', 'serverId', 'reason', 'userId', 'clientId', 'textId'],
  { where: 'type = 3' },
)
@Index('ix_license_events_server_state', ['serverId'], { where: 'type IN (4, 5)' })
@Index('ix_license_events_outages', ['serverId', 'at'], { where: 'type IN (4, 5, 6, 7)' })
@Index('ux_license_events_line', ['serverId', 'wallAt', 'lineHash', 'occurrence'], { unique: true })
export class LicenseEventRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Column({ type: 'integer', name: 'server_id' }) serverId: number;
  /** Null for a sweep, which has no line. */
  @Column({ type: 'integer', name: 'stream_id', nullable: true }) streamId: number | null;
  @Column({ type: 'integer', name: 'byte_offset', nullable: true }) byteOffset: number | null;
  @Column({ type: 'integer', name: 'byte_length', nullable: true }) byteLength: number | null;
  /** The log's stamp read as if it were UTC. */
  @Column({ type: 'integer', name: 'wall_at' }) wallAt: number;
  /** UTC milliseconds. */
  @Index('ix_license_events_at')
  @Column({ type: 'integer' })
  at: number;
  @Column({ type: 'integer', name: 'time_flag', nullable: true }) timeFlag: number | null;
  @Column({ type: 'integer' }) type: number;
  @Column({ type: 'integer', name: 'product_id', nullable: true }) productId: number | null;
  @Column({ type: 'integer', name: 'user_id', nullable: true }) userId: number | null;
  @Column({ type: 'integer', name: 'client_id', nullable: true }) clientId: number | null;
  @Column({ type: 'text', name: 'session_id', nullable: true }) sessionId: string | null;
  @Column({ type: 'integer', nullable: true }) model: number | null;
  @Column({ type: 'integer', nullable: true }) quantity: number | null;
  @Column({ type: 'integer', name: 'terms_id', nullable: true }) termsId: number | null;
  @Column({ type: 'integer', name: 'internal_id', nullable: true }) internalId: number | null;
  @Column({ type: 'integer', name: 'program_id', nullable: true }) programId: number | null;
  /** Number of the process on the client. */
  @Column({ type: 'integer', name: 'process_id', nullable: true }) processId: number | null;
  /** Class of a denial's reason. */
  @Column({ type: 'integer', nullable: true }) reason: number | null;
  @Column({ type: 'integer', name: 'text_id', nullable: true }) textId: number | null;
  /** The session that a sweep closed. */
  @Column({ type: 'integer', name: 'swept_id', nullable: true }) sweptId: number | null;
  /** Number of sanity checks that the line failed. */
  @Column({ type: 'integer' }) faults: number;
  /** First 48 bits of the SHA-256 of the line's bytes. */
  @Column({ type: 'integer', name: 'line_hash' }) lineHash: number;
  /** 1 for a line, 2 for an equal one in the same millisecond of the same file, and so on. */
  @Column({ type: 'integer' }) occurrence: number;
}

/** A line whose header is understood and whose text is kept; a continuation has no level. */
@Entity('server_messages')
@Index('ux_server_messages_line', ['serverId', 'wallAt', 'lineHash', 'occurrence'], {
  unique: true,
})
export class ServerMessageRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Column({ type: 'integer', name: 'server_id' }) serverId: number;
  @Column({ type: 'integer', name: 'stream_id' }) streamId: number;
  @Column({ type: 'integer', name: 'byte_offset' }) byteOffset: number;
  @Column({ type: 'integer', name: 'byte_length' }) byteLength: number;
  @Column({ type: 'integer', name: 'wall_at' }) wallAt: number;
  @Column({ type: 'integer' }) at: number;
  @Column({ type: 'text', nullable: true }) level: string | null;
  @Column({ type: 'text', nullable: true }) category: string | null;
  @Column({ type: 'text' }) text: string;
  @Column({ type: 'integer', name: 'line_hash' }) lineHash: number;
  @Column({ type: 'integer' }) occurrence: number;
}

/** A line that is not understood, with its bytes (the first 1 KiB of them). */
@Entity('quarantined_lines')
@Index('ux_quarantined_lines_place', ['streamId', 'byteOffset'], { unique: true })
export class QuarantinedLineRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Column({ type: 'integer', name: 'server_id' }) serverId: number;
  @Column({ type: 'integer', name: 'stream_id' }) streamId: number;
  @Column({ type: 'integer', name: 'byte_offset' }) byteOffset: number;
  @Column({ type: 'integer', name: 'byte_length' }) byteLength: number;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'blob' }) bytes: Uint8Array;
  @Column({ type: 'integer', name: 'seen_at' }) seenAt: number;
}

/** Derived: the fold of the events. May be dropped and computed anew. */
@Entity('license_sessions')
@Index('ix_license_sessions_open', ['serverId'], { where: 'ended_at IS NULL' })
@Index('ix_license_sessions_swept', ['closedBy'], { where: 'closed_by >= 2' })
@Index('ix_license_sessions_user', ['userId', 'startedAt', 'productId'])
@Index('ix_license_sessions_short', ['startedAt'], { where: 'ended_at - started_at <= 86400000' })
@Index('ix_license_sessions_long', ['endedAt'], { where: 'ended_at - started_at > 86400000' })
@Index('ix_license_sessions_start_unknown', ['endedAt'], { where: 'started_at IS NULL' })
@Index('ix_license_sessions_negative', ['endedAt'], { where: 'is_negative = 1' })
export class LicenseSessionRow {
  /** Id of the event that opened it; of the one that ended it when the start is unknown. */
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Column({ type: 'integer', name: 'server_id' }) serverId: number;
  @Column({ type: 'integer', name: 'product_id' }) productId: number;
  @Column({ type: 'integer', name: 'user_id', nullable: true }) userId: number | null;
  @Column({ type: 'integer', name: 'host_id', nullable: true }) hostId: number | null;
  @Column({ type: 'integer', name: 'client_id', nullable: true }) clientId: number | null;
  @Column({ type: 'text', name: 'session_id', nullable: true }) sessionId: string | null;
  @Column({ type: 'integer' }) model: number;
  @Column({ type: 'integer' }) quantity: number;
  @Column({ type: 'integer', name: 'started_at', nullable: true }) startedAt: number | null;
  @Index('ix_license_sessions_ended_at')
  @Column({ type: 'integer', name: 'ended_at', nullable: true })
  endedAt: number | null;
  @Column({ type: 'integer', name: 'closed_by', nullable: true }) closedBy: number | null;
  @Column({ type: 'integer', name: 'end_uncertainty_ms' }) endUncertaintyMs: number;
  @Index('ix_license_sessions_end_event_id')
  @Column({ type: 'integer', name: 'end_event_id', nullable: true })
  endEventId: number | null;
  @Column({ type: 'integer', name: 'uncertain_since', nullable: true }) uncertainSince:
    number | null;
  @Column({ type: 'integer', name: 'is_negative' }) isNegative: number;
  /** Of a cluster's session: ids of the members that told of its grant, and of its end. */
  @Column({ type: 'text', name: 'granted_by', nullable: true }) grantedBy: string | null;
  @Column({ type: 'text', name: 'ended_by', nullable: true }) endedBy: string | null;
}
