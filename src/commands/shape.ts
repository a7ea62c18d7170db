/** The values that a field may have. */
export interface FieldType<Value> {
  readonly is: (value: unknown) => value is Value;
  /** The values in words, as they follow "is not" in an error: "a boolean". */
  readonly name: string;
}

/** The fields of a `T`, each with its type. */
export type Shape<T> = { readonly [Field in keyof T]-?: FieldType<T[Field]> };

/** The reason why a value doesn't have the expected shape. */
export interface WrongField {
  /** The first field that is wrong. */
  readonly wrongField: string;
  /** One short sentence. */
  readonly error: string;
}

/**
 * Reads an unknown value as a `T`. Drops fields that a `T` doesn't have.
 * @returns the `T`, or the first field that is wrong
 */
export function readShape<T extends object>(value: unknown, shape: Shape<T>): T | WrongField {
  if (!isRecord(value)) return { wrongField: '', error: `It is not an object: ${describe(value)}.` };
  const picked: Record<string, unknown> = {};
  for (const field of Object.keys(shape)) if (value[field] !== undefined) picked[field] = value[field];
  return hasShape(picked, shape) ? picked : firstWrongField(picked, shape);
}

export function isWrongField(read: object): read is WrongField {
  return 'wrongField' in read;
}

function hasShape<T extends object>(value: object, shape: Shape<T>): value is T {
  return firstWrong(value, shape) === undefined;
}

function firstWrongField<T>(value: object, shape: Shape<T>): WrongField {
  const [field = '', type] = firstWrong(value, shape) ?? [];
  const found: unknown = Reflect.get(value, field);
  return { wrongField: field, error: `${field} is not ${type?.name}: ${describe(found)}.` };
}

function firstWrong<T>(value: object, shape: Shape<T>): [string, FieldType<unknown>] | undefined {
  const fields: readonly [string, FieldType<unknown>][] = Object.entries(shape);
  return fields.find(([field, type]) => !type.is(Reflect.get(value, field)));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Describes a wrong value for an error message, in at most 101 characters. */
export function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isUrl(value: unknown): value is string {
  return isText(value) && URL.canParse(value);
}

export const text: FieldType<string> = { is: isText, name: 'a text' };

export const boolean: FieldType<boolean> = {
  is: (value): value is boolean => typeof value === 'boolean',
  name: 'a boolean',
};

/** Milliseconds, a status, a count or a line. */
export const number: FieldType<number> = { is: isNumber, name: 'a number' };

export const id: FieldType<string> = {
  is: (value): value is string => isText(value) && value !== '',
  name: 'an id',
};

export const tabId: FieldType<number> = {
  is: (value): value is number => isNumber(value) && Number.isInteger(value),
  name: "a tab's id",
};

/** Any URL, even one that only a browser's own page has. */
export const url: FieldType<string> = { is: isUrl, name: 'a URL' };

export const httpUrl: FieldType<string> = {
  is: (value): value is string => isUrl(value) && /^https?:/.test(value),
  name: 'an http or https URL',
};

/** The serialized origin of a web page or server. Opaque origins are excluded. */
export const httpOrigin: FieldType<string> = {
  is: (value): value is string => isUrl(value) && /^https?:/.test(value) && new URL(value).origin === value,
  name: 'an origin',
};

export const anyList: FieldType<readonly unknown[]> = {
  is: (value): value is readonly unknown[] => Array.isArray(value),
  name: 'a list',
};

export function oneOf<Value extends string>(values: readonly Value[]): FieldType<Value> {
  return { is: (value): value is Value => values.some((one) => one === value), name: 'a known value' };
}

export function listOf<Value>(of: FieldType<Value>): FieldType<readonly Value[]> {
  // An array with holes has values that `every` doesn't visit.
  const is = (value: unknown): value is readonly Value[] =>
    Array.isArray(value) && Array.from(value).every(of.is);
  return { is, name: `a list, each being ${of.name}` };
}

export function orNull<Value>(of: FieldType<Value>): FieldType<Value | null> {
  return { is: (value): value is Value | null => value === null || of.is(value), name: `${of.name} or null` };
}

/** A field that may be left out. */
export function optional<Value>(of: FieldType<Value>): FieldType<Value | undefined> {
  return { is: (value): value is Value | undefined => value === undefined || of.is(value), name: of.name };
}

/** An object that has at least these fields. */
export function object<T extends object>(shape: Shape<T>, name: string): FieldType<T> {
  return { is: (value): value is T => isRecord(value) && hasShape<T>(value, shape), name };
}
