import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What one source said a server or cluster has, at one instant; appended and never changed. */
@Entity('capacity_reports')
@Index('ux_capacity_reports_content', ['serverId', 'source', 'takenAt', 'contentHash'], {
  unique: true,
})
export class CapacityReportRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Column({ type: 'integer', name: 'server_id' }) serverId: number;
  @Column({ type: 'integer' }) source: number;
  /** Name of the file, or of the tool, that it came from. */
  @Column({ type: 'text' }) origin: string;
  @Column({ type: 'integer', name: 'taken_at' }) takenAt: number;
  /** When an equal report was taken last: the one column that moves. */
  @Column({ type: 'integer', name: 'last_seen_at' }) lastSeenAt: number;
  /** First 64 bits of the SHA-256 of what is owned, as hexadecimal text. */
  @Column({ type: 'text', name: 'content_hash' }) contentHash: string;
}

/** Seats of one product that are given from one stock, as a report says. */
@Entity('capacity_pools')
export class CapacityPoolRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Index('ix_capacity_pools_report_id')
  @Column({ type: 'integer', name: 'report_id' })
  reportId: number;
  @Column({ type: 'integer', name: 'product_id' }) productId: number;
  @Column({ type: 'integer' }) model: number;
  /** Null: without limit. */
  @Column({ type: 'integer', nullable: true }) seats: number | null;
  @Column({ type: 'integer', name: 'valid_from', nullable: true }) validFrom: number | null;
  /** Exclusive; null: no end, or one that cannot be read. */
  @Column({ type: 'integer', name: 'valid_to', nullable: true }) validTo: number | null;
  /** Tells the pool from others of its report. */
  @Column({ type: 'text', name: 'pool_key' }) poolKey: string;
  /** The end as the source writes it. */
  @Column({ type: 'text', nullable: true }) expires: string | null;
}

/** How much of a product the server itself said was in use at an instant. */
@Entity('use_snapshots', { withoutRowid: true })
export class UseSnapshotRow {
  @PrimaryColumn({ type: 'integer', name: 'server_id' }) serverId: number;
  @PrimaryColumn({ type: 'integer', name: 'product_id' }) productId: number;
  @PrimaryColumn({ type: 'integer' }) model: number;
  @PrimaryColumn({ type: 'integer' }) at: number;
  @Column({ type: 'integer', name: 'in_use' }) inUse: number;
}

/** A source that gave no answer; the last hundred are kept. */
@Entity('capacity_failures')
export class CapacityFailureRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Column({ type: 'integer', name: 'server_id' }) serverId: number;
  /** Null where the content does not even tell what it is. */
  @Column({ type: 'integer', nullable: true }) source: number | null;
  @Column({ type: 'text' }) origin: string;
  /** UTC milliseconds, of the last time. */
  @Column({ type: 'integer' }) at: number;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'text' }) text: string;
}
