import type { FileLink } from '../../../core/model/shown';
import type { Unit } from '../../../core/workspace/unit';
import { partSpan } from '../lexer';
import type { CrmModel } from '../model';
import type { CrmParsed, Statement } from '../statement';

/** Paths in parameters, and the program of an alert. Devices and what the system makes while it runs are no files to open. */
export function crmLinks({ model: { statement, parsed } }: Unit<CrmModel>): readonly FileLink[] {
  return statement ? [...inParameters(statement), ...ofAlert(statement, parsed)] : [];
}

const isFile = (path: string): boolean => /^\/(?!dev\/|proc\/|sys\/|run\/|var\/run\/)[^\s/]+\/[^\s]*[^\s/]$/.test(path);

const inParameters = ({ sets }: Statement): FileLink[] =>
  sets
    .filter(({ kind }) => kind === 'params')
    .flatMap(({ attributes }) => attributes)
    .flatMap(({ word, name, value = '' }) =>
      isFile(value) ? [{ span: partSpan(word, name.length + 1, name.length + 1 + value.length), path: value }] : [],
    );

function ofAlert({ path }: Statement, { slots }: CrmParsed): FileLink[] {
  const noted = slots.find(({ slot }) => slot.kind === 'text' && slot.what === 'path');
  return path !== undefined && noted && isFile(path) ? [{ span: noted.span, path }] : [];
}
