/** The documents, and how one is picked. */
export const documents = {
  pick: "Document",
  kinds: {
    proof: "Proof sheet",
    query: "Question to the provider",
    appeal: "Appeal",
    across: "Across the years",
    template: "Documentation template",
  },
  help: {
    proof:
      "One page to put in front of a doctor or an auditor: the answer, the note's own words, the rule and where it is written.",
    query: "What the note leaves open, in a question that does not lead.",
    appeal:
      "A letter against a denial, from the note's own facts and the cited rules; or why there is nothing to appeal.",
    across: "The same note under the rules of other years, and what changed.",
    template: "What a note must show for this kind of procedure, made from the rules that read it.",
  },
  family: "Procedure",
  denial: "Reason of the denial",
  copyText: "Copy as text",
  copyRich: "Copy with layout",
  download: "Download",
  formats: { html: "Web page (.html)", markdown: "Markdown (.md)", text: "Text (.txt)" },
  print: "Print or save as PDF",
  making: "Writing…",
  failed: "This document could not be written.",
  empty: "There is nothing to write about yet. Put a note on the Desk first.",
};
