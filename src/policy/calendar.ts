/**
 * Calendar windows. A month ends where the calendar says: 31 January and a month is the last of February. Where
 * counting forward and counting back disagree (29 February 2024 and twelve months: 28 February or 1 March 2025?)
 * both readings are kept, because no policy read says which it means.
 */
import * as PlainDate from "temporal-polyfill/fns/PlainDate";
import type { IsoDate } from "../base/dates.ts";
import type { Period } from "../rulebook/policy-types.ts";

type Day = ReturnType<typeof PlainDate.create>;

const parse = (day: IsoDate): Day =>
  PlainDate.create(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));

function moved(day: IsoDate, { years = 0, months = 0, weeks = 0, days = 0 }: Period, sign: 1 | -1): IsoDate {
  const shifted = PlainDate.addMonths(parse(day), sign * (12 * years + months));
  return PlainDate.toString(PlainDate.addDays(shifted, sign * (7 * weeks + days)));
}

/** The ISO day a period later. A day that the month does not have becomes its last. */
export const after = (day: IsoDate, period: Period): IsoDate => moved(day, period, 1);

/** The ISO day a period earlier. A day that the month does not have becomes its last. */
export const before = (day: IsoDate, period: Period): IsoDate => moved(day, period, -1);

/** First day on which a period begun on `day` is over: by counting forward, and by counting back as well. */
export function overOn(day: IsoDate, period: Period): { readonly earliest: IsoDate; readonly latest: IsoDate } {
  const earliest = after(day, period);
  const agreed = before(earliest, period) >= day;
  return { earliest, latest: agreed ? earliest : after(earliest, { days: 1 }) };
}

/** Within two years either way? For copies of texts that are looked at again every year. */
export const near = (a: IsoDate, b: IsoDate): boolean => {
  const [first, last] = a < b ? [a, b] : [b, a];
  return last < after(first, { years: 2 });
};

/** "12 months", "6 weeks", "90 days". Of a period of several units only the first is said: the policies have none. */
export function periodWords(period: Period): string {
  const [unit, n] = Object.entries(period)[0] as [string, number];
  return `${n} ${n === 1 ? unit.slice(0, -1) : unit}`;
}
