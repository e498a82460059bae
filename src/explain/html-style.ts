/** The style of a document on its own page: type of the machine, one printed page, marks that survive a black-and-white printer. */
export const STYLE = `
@page { size: letter; margin: 12mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1b1f24; font: 10.5pt/1.42 "Helvetica Neue", Helvetica, Arial, sans-serif; }
.np-document { max-width: 178mm; margin: 0 auto; padding: 8mm 0; }
.np-document header { border-bottom: 1.5pt solid #0b5c6b; margin-bottom: 4mm; }
.np-document h1 { font-size: 17pt; line-height: 1.2; margin: 0; color: #0b5c6b; letter-spacing: -.01em; }
.np-document header p { margin: 1mm 0 2.5mm; color: #4a5560; }
.np-document h2 { font-size: 9.5pt; margin: 5mm 0 1.5mm; color: #0b5c6b; text-transform: uppercase; letter-spacing: .06em; break-after: avoid; }
.np-document p { margin: 0 0 2mm; }
.np-document ul, .np-document ol { margin: 0; padding-left: 5mm; }
.np-document li { margin-bottom: 1mm; }
.np-boxes { list-style: none; padding-left: 0 !important; }
.np-boxes li { display: flex; align-items: baseline; }
.np-box { flex: none; width: 3.2mm; height: 3.2mm; border: .8pt solid #1b1f24; margin-right: 3mm; transform: translateY(.4mm); }
.np-answer { margin: 0 0 3mm; padding: 3mm 4mm; background: #eef6f7; border-left: 3pt solid #0b5c6b; }
.np-answer.np-open { background: #fdf6e7; border-color: #9a6700; }
.np-answer.np-none { background: #f3f4f6; border-color: #4a5560; }
.np-answer div { display: flex; align-items: baseline; gap: 5mm; }
.np-answer dt { font-weight: 700; font-size: 15pt; white-space: nowrap; }
.np-answer dd { margin: 0; font-size: 11.5pt; }
.np-quiet { color: #4a5560; }
p.np-quiet { font-size: 9pt; }
p.np-warning { border-left: 2pt solid #9a6700; padding-left: 3mm; }
.np-excerpt { font: 9.5pt/1.5 ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; border: .6pt solid #c9d1d9; padding: 2mm 3mm; overflow-wrap: anywhere; }
.np-excerpt p { margin: 0; padding-left: 10mm; text-indent: -10mm; }
.np-excerpt p span { display: inline-block; width: 10mm; text-indent: 0; color: #4a5560; }
.np-excerpt mark { text-indent: 0; }
mark { color: inherit; padding: 0 .6mm; }
mark.np-counted { background: #bfe6ea; border-bottom: 1.2pt solid #0b5c6b; font-weight: 700; }
mark.np-asked { background: #fbe3b0; border-bottom: 1.2pt dashed #9a6700; font-weight: 700; }
mark.np-seen { background: none; border-bottom: .8pt dotted #4a5560; }
.np-document table { border-collapse: collapse; width: 100%; margin-bottom: 2mm; font-size: 9.5pt; }
.np-document th { text-align: left; border-bottom: 1pt solid #0b5c6b; padding: 1mm 2mm 1mm 0; }
.np-document td { vertical-align: top; border-bottom: .5pt solid #c9d1d9; padding: 1mm 2mm 1mm 0; overflow-wrap: anywhere; }
.np-form td { height: 8mm; border: .5pt solid #8b949e; padding: 1mm 2mm; }
.np-blank hr { border: 0; border-bottom: .6pt solid #8b949e; height: 7mm; margin: 0; }
.np-document footer { margin-top: 6mm; border-top: .6pt solid #c9d1d9; padding-top: 1.5mm; color: #4a5560; font-size: 8pt; overflow-wrap: anywhere; }
.np-document a { color: #0b5c6b; overflow-wrap: anywhere; }
@media print { body { font-size: 8.5pt; line-height: 1.25; } .np-document li { margin-bottom: .5mm; } .np-document { padding: 0; } .np-document h2 { margin-top: 3.5mm; } .np-document p { margin-bottom: 1.5mm; } .np-document footer { margin-top: 4mm; } mark, .np-answer { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
@media screen { .np-document { padding: 8mm 6mm; } }
`;
