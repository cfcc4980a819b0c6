import { Controller, Get } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { ProductsInUseDto } from '@license-monitor/api-contract';
import { ALL_NAMES } from '@license-monitor/db';
import { toProductInUseDto } from '../sessions/to-session-dto';
import { Stores } from '../stores/stores';
import { Exported } from '../export/exported';
import { toProductTable } from './product-tables';
import { FORMAT_PARAMETER } from '../export/export-format';
import { Answers } from '../openapi/answers';

@ApiTags('products')
@Controller('products')
export class ProductsController {
  constructor(private readonly stores: Stores) {}

  @Get()
  @ApiQuery(FORMAT_PARAMETER)
  @Exported(toProductTable)
  @Answers(
    'ProductsInUseDto',
    'The products that are in use now, with sessions, licences, users and hosts.',
  )
  async list(): Promise<ProductsInUseDto> {
    const live = await this.stores.live();
    return (await live.inUse(ALL_NAMES)).map(toProductInUseDto);
  }
}
