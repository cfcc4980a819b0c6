import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A licence server whose logs are followed, or a failover cluster of three of them. */
@Entity('servers')
export class ServerRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Index('ux_servers_name', { unique: true })
  @Column({ type: 'text' })
  name: string;
  /** IANA zone of the server's wall clock. */
  @Column({ type: 'text', name: 'time_zone' }) timeZone: string;
  /** Whether the logs come from the simulated server: every screen says so. */
  @Column({ type: 'integer', name: 'is_demo' }) isDemo: number;
  /** The cluster whose member it is. */
  @Column({ type: 'integer', name: 'cluster_id', nullable: true }) clusterId: number | null;
  /** Whether events came later than younger ones, so that its sessions must be folded anew. */
  @Column({ type: 'integer', name: 'has_stale_sessions', default: 0 }) hasStaleSessions: number;
}

/** Who writes the history: a single row. */
@Entity('writer_lease')
export class WriterLeaseRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  /** One more for each writer. */
  @Column({ type: 'integer' }) epoch: number;
  /** What it does, its process and its host. */
  @Column({ type: 'text' }) holder: string;
  @Column({ type: 'integer', name: 'taken_at' }) takenAt: number;
}

/**
 * One logical sequence of log bytes: what a file is, however it is renamed or copied, and how far
 * it was read. start_offset plus the bytes
 * of events, messages, duplicates and quarantine = byte_offset.
 */
@Entity('log_streams')
export class LogStreamRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Index('ix_log_streams_server_id')
  @Column({ type: 'integer', name: 'server_id' })
  serverId: number;
  /** Absolute path at which the file was last seen. */
  @Column({ type: 'text' }) path: string;
  /** Device and inode, as text: they exceed what a number holds exactly. */
  @Column({ type: 'text' }) dev: string;
  @Column({ type: 'text' }) ino: string;
  /** First bytes of the file, at most 1 KiB: the proof that it is this stream. */
  @Column({ type: 'blob' }) head: Uint8Array;
  /** The bytes before byte_offset, at most 256. */
  @Column({ type: 'blob' }) anchor: Uint8Array;
  /** Where reading began: 0, or the end of a file that was there when LOG_START was `end`. */
  @Column({ type: 'integer', name: 'start_offset' }) startOffset: number;
  /** How far the file was read: always behind a whole line. */
  @Column({ type: 'integer', name: 'byte_offset' }) byteOffset: number;
  /** `live`, `gone`, or `superseded` by new content under the same name. */
  @Column({ type: 'text' }) state: string;
  /** The clock at byte_offset, see `resolveInstant`. */
  @Column({ type: 'integer', name: 'last_wall_at', nullable: true }) lastWallAt: number | null;
  @Column({ type: 'integer', name: 'is_second_pass' }) isSecondPass: number;
  /** Instant of the first line read, UTC milliseconds. */
  @Column({ type: 'integer', name: 'first_line_at', nullable: true }) firstLineAt: number | null;
  /** Instant of the last line read, UTC milliseconds. */
  @Column({ type: 'integer', name: 'last_line_at', nullable: true }) lastLineAt: number | null;
  @Column({ type: 'integer' }) lines: number;
  @Column({ type: 'integer' }) events: number;
  @Column({ type: 'integer' }) messages: number;
  @Column({ type: 'integer' }) quarantined: number;
  @Column({ type: 'integer' }) duplicates: number;
  @Column({ type: 'integer', name: 'event_bytes' }) eventBytes: number;
  @Column({ type: 'integer', name: 'message_bytes' }) messageBytes: number;
  @Column({ type: 'integer', name: 'quarantined_bytes' }) quarantinedBytes: number;
  @Column({ type: 'integer', name: 'duplicate_bytes' }) duplicateBytes: number;
}
