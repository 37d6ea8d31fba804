import path from 'node:path';
import { Module } from '@nestjs/common';
import { PAGE_FOLDER, PageFiles } from './page-files.ts';
import { PageController } from './page.controller.ts';

/** Output folder of the page, relative to the built gateway. */
const BUILT_PAGE = path.resolve(import.meta.dirname, '../../../web');

@Module({
  controllers: [PageController],
  providers: [PageFiles, { provide: PAGE_FOLDER, useValue: BUILT_PAGE }],
})
export class PageModule {}
