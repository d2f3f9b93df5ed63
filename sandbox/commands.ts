import { tikiWords } from "./tiki/commands"
import { tiktokWords } from "./tiktok-shop/commands"
import {
  commonWords,
  ControlCall,
  Options,
  underPrefix,
} from "./shared/control-call"

export type { ControlCall, Options } from "./shared/control-call"

export const USAGE = `npm run sandbox -- <command> [options]

  start [--port 4010] [--orders 40] [--shops 2] [--redirect URL] [--webhook URL] [--auto]
        [--tiki-orders 40] [--tiki-warehouses 2] [--tiki-redirect URL]
                                   starts it; stop with Ctrl+C

TikTok Shop:
  orders add [20] [--seed 7]       believable orders of every kind
  orders place SKU[:QUANTITY]… [--status ON_HOLD] [--cod]
                                   one order of these seller SKUs
  orders show ID                   an order as the sandbox keeps it
  orders advance ID [--to STATUS]  one step, or as far as STATUS
  orders cancel ID [--by BUYER|SELLER|SYSTEM] [--reason TEXT]
  orders collect ID | orders deliver ID | orders complete ID | orders refund ID
  orders fail ID [--reason TEXT]   lost, or nobody takes it
  orders split ID UNIT,UNIT UNIT…  a package for each group of units and one for the rest
  packages list [ORDER] | packages show ID | packages books
  packages ship ID | packages collect ID | packages deliver ID | packages complete ID
  packages fail ID [--reason TEXT]
  packages combine ID ID… | packages uncombine ID
  packages put-off-label ID [ASKS] its label is still being made
  cancellations list [ORDER] | cancellations request ORDER [JSON]
  cancellations approve|reject|withdraw|complete ID
  returns list [ORDER] | returns request ORDER [JSON]
                                   {"type": "REFUND", "unit_ids": […], "reason": …}
  returns approve|reject|ship-back|deliver-back|complete|withdraw|edit|answer-offer ID [JSON]
  orders edit ID JSON              {"wire": {…}} lays fields over the answer
  products edit ID JSON            {"title": …, "skus": [{"id": …, "available": …}]}
  products delete ID
  stock set SKU_ID 40 | stock change SKU_ID -3 | stock writes [SKU_ID]
  stock lock|unlock SKU_ID         a campaign holds the number
  stock ignore-writes|take-writes SKU_ID
                                   writes are answered as done, without effect
  webhooks list | webhooks deliver [--order newest_first|shuffled] [--repeat 2] | webhooks drop 3

Tiki:
  tiki orders add [20] [--seed 7]
  tiki orders place SKU[:QUANTITY]… [--status queueing] [--model seller_delivery] [--cod]
  tiki orders show CODE | tiki orders replace CODE
  tiki orders advance CODE [--to STATUS]
  tiki orders collect CODE | deliver CODE | fail-delivery CODE | return CODE | complete CODE
  tiki carrier collect [CODE…]     the carrier comes, for all that wait or for these
  tiki orders cancel CODE [--by buyer|seller|tiki] [--reason TEXT]
  tiki orders edit CODE JSON       {"wire": {…}} lays fields over the answer
  tiki products edit ID JSON       {"name": …, "price": …, "available": …, "warehouse_id": …}
  tiki products delete ID
  tiki stock set ID UNITS | stock change ID UNITS | stock writes [ID]
  tiki stock lock|unlock|ignore-writes|take-writes ID
  tiki events list | tiki events drop 3 | tiki events repeat | tiki events shuffle

Both; with "tiki" in front, Tiki's:
  fault add KIND [--path /order/*] [--times 3] [--skip 0] [--code 36009003]
                                   429 500 503 envelope html timeout reset slow truncated lost_answer
                                   unanswered, and of Tiki: text200 no_effect
  fault list | fault clear
  tokens expire-access | tokens expire-refresh | tokens revoke
  settings [JSON]                  for example {"feed_delay_seconds": 60}
  clock advance SECONDS            one clock for all
  books | calls | violations | state | reset

Every command but start talks to a running sandbox: --url, SANDBOX_URL, or http://localhost:4010.`

/** Translates a command line; null when there is no such command. */
export function controlCall(
  words: string[],
  options: Options
): ControlCall | null {
  if (words[0] === "tiki") {
    const rest = words.slice(1)
    const call = tikiWords(rest, options) ?? commonWords(rest, options)
    return call && underPrefix("/tiki", call)
  }
  return tiktokWords(words, options) ?? commonWords(words, options)
}
