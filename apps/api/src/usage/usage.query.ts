import { BurstSeconds, RedirectSeconds, RetryMinutes } from '../denials/denial-windows.query';
import { RangeQuery } from '../http/list.query';

export class UsageQuery extends RangeQuery {
  @BurstSeconds burstSeconds?: number;
  @RedirectSeconds redirectSeconds?: number;
  @RetryMinutes retryMinutes?: number;
}
