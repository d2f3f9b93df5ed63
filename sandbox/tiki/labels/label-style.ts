/** A6 upright, in black on white, as label printers have it. */
export const LABEL_STYLE = `
@page { size: 105mm 148mm; margin: 0 }
* { box-sizing: border-box; margin: 0 }
body { font: 8.5pt/1.3 Arial, Helvetica, sans-serif; color: #000; background: #fff }
.label { width: 105mm; height: 148mm; padding: 4mm; overflow: hidden; page-break-after: always; display: flex; flex-direction: column; gap: 2mm }
header { display: flex; justify-content: space-between; align-items: baseline; border-bottom: 1px solid #000; padding-bottom: 1mm }
.logo { font-size: 16pt; letter-spacing: 1px }
h1 { font-size: 10pt; text-align: center }
h2 { font-size: 7pt; text-transform: uppercase }
figure { text-align: center }
figure.number svg { width: 80mm; height: 16mm }
figure.number figcaption { font: bold 12pt monospace }
figure.order svg { width: 45mm; height: 9mm }
.sides { display: grid; grid-template-columns: 2fr 3fr; border: 1px solid #000 }
.sides div { padding: 1.5mm }
.sides div + div { border-left: 1px solid #000; font-size: 9.5pt }
table { width: 100%; border-collapse: collapse; font-size: 7.5pt }
th, td { border-bottom: 1px dotted #000; padding: 0.6mm 1mm; text-align: left }
td:last-child, th:last-child { text-align: right }
.cod { font-size: 11pt; border: 1px solid #000; padding: 1.5mm }
footer { margin-top: auto; display: flex; justify-content: space-between; align-items: flex-end; font-size: 7pt }
`.trim()
