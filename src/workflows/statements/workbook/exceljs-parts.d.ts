/** The SAX parser that exceljs reads with; it takes texts as they come and gives events. */
declare module "exceljs/lib/utils/parse-sax.js" {
  type XmlEvent =
    | {
        eventType: "opentag"
        value: { name: string; attributes: Record<string, string> }
      }
    | { eventType: "text"; value: string }
    | { eventType: "closetag"; value: { name: string } }

  function parseSax(pieces: AsyncIterable<string>): AsyncIterable<XmlEvent[]>
  export = parseSax
}
