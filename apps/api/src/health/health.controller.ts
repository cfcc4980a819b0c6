import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { HealthDto } from '@license-monitor/api-contract';
import { HealthReport } from './health-report';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly report: HealthReport) {}

  /** How the licence servers' logs are being read: state, mend, files, counts. */
  @Get()
  @ApiOkResponse({ description: 'HealthDto' })
  health(): Promise<HealthDto> {
    return this.report.make();
  }
}
