/** Which dates of a note are days of service: the nearest word before each, in its own sentence, says. */
import { expect, it } from "vitest";
import { datesIn } from "./dates.ts";
import { tokenise } from "../text/tokenise.ts";
import { Tokens } from "../text/tokens.ts";
import { wordTable } from "../text/words.ts";

function rolesIn(text: string): readonly string[] {
  const tokens = new Tokens();
  tokenise(text, wordTable([]), tokens);
  return datesIn(tokens).map((d) => `${d.date} ${d.role}`);
}

it.each([
  ["DOS: 3/4/2024, 3/11/2024", ["2024-03-04 service", "2024-03-11 service"]],
  ["Date of birth: 1/2/1970 Date of service: 3/4/2024", ["1970-01-02 other", "2024-03-04 service"]],
  ["Date of service: 3/4/2024 DOB: 1/2/1970", ["2024-03-04 service", "1970-01-02 other"]],
  ["Date: March 4, 2024", ["2024-03-04 service"]],
  ["Last visit 2/5/2024 with relief.", ["2024-02-05 other"]],
  [
    "Visit of 3/4/2024. She fell on 11/16/2023 and went to hospital on 11/21/2023.",
    ["2024-03-04 service", "2023-11-16 other", "2023-11-21 other"],
  ],
  ["Stationary as of today on 4/27/2005, after the injury of 3/29/1997.", ["2005-04-27 service", "1997-03-29 other"]],
  ["She visited our office on December 1, 2004.", ["2004-12-01 other"]],
])("%s", (text, roles) => expect(rolesIn(text)).toEqual(roles));
