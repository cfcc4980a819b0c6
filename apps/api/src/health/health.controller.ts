import { Controller, Get } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { HealthDto } from '@license-monitor/api-contract';
import { HealthReport } from './health-report';
import { Exported } from '../export/exported';
import { toLogFileTable } from './log-file-table';
import { FORMAT_PARAMETER } from '../export/export-format';
import { Answers } from '../openapi/answers';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly report: HealthReport) {}

  @Get()
  @ApiQuery(FORMAT_PARAMETER)
  @Exported(toLogFileTable)
  @Answers('HealthDto', "How the licence servers' logs are being read: state, mend, files, counts.")
  health(): Promise<HealthDto> {
    return this.report.make();
  }
}
