/** A note of about so many characters: visits as they are written, one after the other, each with what is counted and what is not. */
const VISIT = `HISTORY: Neck and upper back pain for three months, worse on the left. Physical therapy for six weeks without relief.
EXAM: Tender taut bands in the left upper trapezius, the right levator scapulae and both rhomboids. Motor 5/5. No rash.
PROCEDURE: After consent and cleaning with alcohol, a 27 gauge needle was used. 1 cc of 1% lidocaine was injected into each of
1. Left upper trapezius. 2. Right levator scapulae. 3. Left rhomboid major. No ultrasound was used. No complications.
PLAN: Heat, stretching, return in four weeks; consider the infraspinatus next time if pain goes on.

`;

export const noteOf = (length: number): string => VISIT.repeat(Math.ceil(length / VISIT.length)).slice(0, length);
