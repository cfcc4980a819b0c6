import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { HealthDto } from '@license-monitor/api-contract';
import { HealthReport } from './health-report';
import { Exported } from '../export/exported';
import { toLogFileTable } from './log-file-table';
import { FORMAT_PARAMETER } from '../export/export-format';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly report: HealthReport) {}

  /** How the licence servers' logs are being read: state, mend, files, counts. */
  @Get()
  @ApiQuery(FORMAT_PARAMETER)
  @Exported(toLogFileTable)
  @ApiOkResponse({ description: 'HealthDto' })
  health(): Promise<HealthDto> {
    return this.report.make();
  }
}
