import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ProductsInUseDto } from '@license-monitor/api-contract';
import { ALL_NAMES } from '@license-monitor/db';
import { toProductInUseDto } from '../sessions/to-session-dto';
import { Stores } from '../stores/stores';
import { Exported } from '../export/exported';
import { orderRows } from '../http/ordered';
import { parseSort } from '../http/sort';
import { toProductTable } from './product-tables';
import { Answers } from '../openapi/answers';
import { PRODUCT_SORTS, ProductsQuery } from './products.query';

@ApiTags('products')
@Controller('products')
export class ProductsController {
  constructor(private readonly stores: Stores) {}

  @Get()
  @Exported(toProductTable)
  @Answers(
    'ProductsInUseDto',
    'The products that are in use now, with sessions, licences, users and hosts.',
  )
  async list(@Query() query: ProductsQuery): Promise<ProductsInUseDto> {
    const sort = parseSort(query.sort, PRODUCT_SORTS);
    const live = await this.stores.live();
    // They come by code: where figures are equal, that decides.
    const rows = (await live.inUse(ALL_NAMES)).map((row, id) => ({ row, id }));
    const placeOf = ({ row, id }: (typeof rows)[number]) => ({ key: row[sort.column], id });
    return orderRows(rows, sort, placeOf).map(({ row }) => toProductInUseDto(row));
  }
}
