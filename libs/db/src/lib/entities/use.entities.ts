import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Derived: every step of the licences in use of one product on one UTC day, or a part of it; a day
 * without a step has no row. May be dropped and computed anew from the sessions.
 */
@Entity('use_days')
@Index('ix_use_days_day', ['day'])
export class UseDayRow {
  /** The server or cluster. */
  @PrimaryColumn({ type: 'integer', name: 'server_id' }) serverId: number;
  @PrimaryColumn({ type: 'integer', name: 'product_id' }) productId: number;
  @PrimaryColumn({ type: 'integer' }) model: number;
  /** Number of the UTC day since 1970. */
  @PrimaryColumn({ type: 'integer' }) day: number;
  /** 0 for the first part of the day: one with many steps has several. */
  @PrimaryColumn({ type: 'integer' }) part: number;
  /** Licences in use when the part begins, and after its last step. */
  @Column({ type: 'integer', name: 'in_use_before' }) inUseBefore: number;
  @Column({ type: 'integer', name: 'in_use' }) inUse: number;
  /** When the last step was, UTC milliseconds. */
  @Column({ type: 'integer', name: 'last_at' }) lastAt: number;
  /** As `appendStep` writes them. */
  @Column({ type: 'blob' }) steps: Uint8Array;
}
