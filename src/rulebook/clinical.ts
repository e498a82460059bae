/** Each finding and condition with the plain words shown to people. */
export const CLINICAL = {
  // ---- on examination
  "focal-pain": "pain in one spot or area of a muscle",
  "regional-pain": "a pain complaint of a body region",
  "palpated-point": "a trigger point found by palpation",
  "tender-spot": "a hyperirritable or exquisitely tender spot",
  "taut-band": "a taut band",
  nodule: "a nodule or bundle firmer than the muscle around it",
  "referred-pain": "referred pain, or the pattern of it",
  "reproduced-pain": "the patient's own pain reproduced by pressure",
  twitch: "a local twitch response",
  "restricted-motion": "restricted motion",
  "muscle-shortening": "shortening of the muscle",
  "autonomic-signs": "autonomic signs",
  // ---- history
  "symptom-duration": "how long the symptoms have lasted",
  acute: "an acute problem",
  chronic: "a chronic problem",
  exacerbation: "an exacerbation of a chronic problem",
  "functional-limitation": "a limitation of function or daily activities",
  evaluation: "the history and examination of the pain",
  "clinical-category": "the clinical category assigned at this visit",
  // ---- care before and beside
  "conservative-care": "conservative care tried without success",
  "conservative-infeasible": "why conservative care is not possible",
  "drug-therapy": "drug treatment tried, and for how long",
  "physical-therapy": "physical therapy tried, and for how long",
  "active-program": "the ongoing exercise, rehabilitation or conservative programme",
  "diagnostic-purpose": "that the injection serves to confirm the diagnosis",
  // ---- response
  "first-time": "that this is the first such injection",
  "repeat-time": "that there were such injections before",
  "relief-percent": "percent of relief from the last injection",
  "relief-duration": "how long that relief lasted",
  "relief-dates": "the dates on which relief was measured",
  "function-gain": "percent of gain in function since the last injection",
  "function-better": "better function after the last injection",
  recurrence: "that the pain came back",
  "less-drugs": "fewer pain drugs after the last injection",
  "no-response": "that earlier injections did not help",
  improving: "that the condition improves under treatment",
  // ---- measured today
  "pain-score": "a pain score on a named scale",
  "pain-before": "the pain score before the injection",
  "pain-after": "the pain score after the injection, on the same scale",
  plan: "the plan after the procedure",
  // ---- how it is used
  "routine-use": "use as a routine, at fixed intervals or for maintenance",
  sedation: "sedation or anaesthesia for the injection",
  authorized: "the payer's authorisation",
  justified: "a justification for going past the limit",
  // ---- conditions
  "myofascial-pain": "myofascial pain",
  "neck-pain": "neck pain",
  "back-pain": "back pain",
  "low-back-pain": "low back pain",
  "tension-headache": "tension-type headache",
  fibromyalgia: "fibromyalgia",
  "complex-regional-pain": "complex regional pain syndrome",
  "abdominal-wall-pain": "abdominal wall pain",
  radiculopathy: "radiculopathy",
  "diffuse-pain": "diffuse or widespread muscle pain",
  "chronic-pain-syndrome": "chronic pain syndrome",
  "neuropathic-pain": "neuropathic pain",
  "spinal-stenosis": "spinal canal stenosis",
  "pelvic-pain": "pelvic pain",
  whiplash: "whiplash",
  "hemiplegic-shoulder": "hemiplegic shoulder pain",
  "prior-spine-surgery": "earlier spine surgery",
} as const;

export type ClinicalOf = keyof typeof CLINICAL;

/** Words of a note that say nothing alone: the reader joins them to a finding (language/clinical.yaml tells how). */
export const PARTS = [
  "care",
  "failed",
  "previous",
  "relief",
  "function",
  "duration",
  "score",
  "change",
  "lasting",
  "moment",
  "history-of",
  "pre",
  "afterwards",
  "below",
  "percent",
  "day",
  "week",
  "month",
  "year",
] as const;

export type ClinicalPart = (typeof PARTS)[number];

/** What the procedure part of a note shows by itself: no cue words needed. */
export const SHOWN = {
  "muscle-named": "the name of each muscle treated",
  "agent-named": "the name of what was injected",
  "dose-stated": "the amount injected",
  "sites-stated": "the number of injection sites",
  "side-stated": "the side of each muscle",
} as const;

export type ShownOf = keyof typeof SHOWN;

/** What a requirement of a policy may ask for. */
export type ElementOf = ClinicalOf | ShownOf;

/** The plain words for it, as in "a taut band". */
export const elementWords = (of: ElementOf): string =>
  of in CLINICAL ? CLINICAL[of as ClinicalOf] : SHOWN[of as ShownOf];
