import { MedusaService } from "@medusajs/framework/utils"
import Alarm from "./models/alarm"
import Authorization from "./models/authorization"
import AuthorizationRequest from "./models/authorization-request"
import Channel from "./models/channel"
import Claim from "./models/claim"
import FeeRule from "./models/fee-rule"
import Payout from "./models/payout"
import Settlement from "./models/settlement"
import SettlementEvent from "./models/settlement-event"
import Statement from "./models/statement"
import StatementLine from "./models/statement-line"
import StatementMapping from "./models/statement-mapping"
import Scan from "./models/scan"
import Receipt from "./models/receipt"
import PickList from "./models/pick-list"
import ParcelMark from "./models/parcel-mark"
import Handover from "./models/handover"
import FilePart from "./models/file-part"
import File from "./models/file"
import BuyerRequest from "./models/buyer-request"
import ChannelOrder from "./models/channel-order"
import ChannelOrderEvent from "./models/channel-order-event"
import ChannelOrderLine from "./models/channel-order-line"
import EventQueue from "./models/event-queue"
import Flow from "./models/flow"
import Listing from "./models/listing"
import ListingStock from "./models/listing-stock"
import Nudge from "./models/nudge"
import Parcel from "./models/parcel"
import Process from "./models/process"
import RateBudget from "./models/rate-budget"
import Run from "./models/run"
import RunResult from "./models/run-result"
import StockCell from "./models/stock-cell"
import StockDemand from "./models/stock-demand"
import StockEvent from "./models/stock-event"
import StockNudge from "./models/stock-nudge"
import StockPush from "./models/stock-push"
import StockSweep from "./models/stock-sweep"
import WebhookMessage from "./models/webhook-message"
import WebhookRefusal from "./models/webhook-refusal"
import { AlarmBookService } from "./services/alarm-book"
import { AuthorizationRegisterService } from "./services/authorization-register"
import { AuthorizationVaultService } from "./services/authorization-vault"
import { ClaimRegisterService } from "./services/claim-register"
import { SettledPaymentsService } from "./services/settled-payments"
import { SettlementLedgerService } from "./services/settlement-ledger"
import { SettlementReaderService } from "./services/settlement-reader"
import { SettlementReporterService } from "./services/settlement-reporter"
import { StatementBookService } from "./services/statement-book"
import { StatementDownloadService } from "./services/statement-downloads"
import { ChannelAccessService } from "./services/channel-access"
import { BuyerErasureService } from "./services/buyer-erasures"
import { BuyerRequestRegisterService } from "./services/buyer-request-register"
import { FileStoreService } from "./services/file-store"
import { HealthReaderService } from "./services/health-reader"
import { HandoverBookService } from "./services/handover-book"
import { PackingTableService } from "./services/packing-table"
import { ParcelMarksService } from "./services/parcel-marks"
import { HostFulfillmentQueueService } from "./services/host-fulfillment-queue"
import { PrintClaimsService } from "./services/print-claims"
import { PickListRegisterService } from "./services/pick-list-register"
import { ReceiptBookService } from "./services/receipt-book"
import { EventQueueRegisterService } from "./services/event-queue-register"
import { FlowScheduleService } from "./services/flow-schedule"
import { ListingCatalogueService } from "./services/listing-catalogue"
import { ListingReaderService } from "./services/listing-reader"
import { NudgeQueueService } from "./services/nudge-queue"
import { OrderCopiesService } from "./services/order-copies"
import { OrderLedgerService } from "./services/order-ledger"
import { OrderReaderService } from "./services/order-reader"
import { PayoutBookService } from "./services/payout-book"
import { ProcessHeartbeatService } from "./services/process-heartbeat"
import { ProcessRegisterService } from "./services/process-register"
import { ProviderRegistryService } from "./services/provider-registry"
import { RetentionService } from "./services/retention"
import { RunLogService } from "./services/run-log"
import { SecretBoxService } from "./services/secret-box"
import { StockBookService } from "./services/stock-book"
import { StockDemandCounterService } from "./services/stock-demand-counter"
import { StockNudgeQueueService } from "./services/stock-nudge-queue"
import { StockReaderService } from "./services/stock-reader"
import { StockSweepRegisterService } from "./services/stock-sweep-register"
import { WebhookInboxService } from "./services/webhook-inbox"
import { MarketplaceModuleOptions, ModuleCradle } from "./types"

type Cradle = ModuleCradle & {
  alarmBookService: AlarmBookService
  healthReaderService: HealthReaderService
  authorizationRegisterService: AuthorizationRegisterService
  authorizationVaultService: AuthorizationVaultService
  channelAccessService: ChannelAccessService
  claimRegisterService: ClaimRegisterService
  settledPaymentsService: SettledPaymentsService
  settlementLedgerService: SettlementLedgerService
  settlementReaderService: SettlementReaderService
  settlementReporterService: SettlementReporterService
  statementBookService: StatementBookService
  statementDownloadService: StatementDownloadService
  payoutBookService: PayoutBookService
  eventQueueRegisterService: EventQueueRegisterService
  receiptBookService: ReceiptBookService
  pickListRegisterService: PickListRegisterService
  parcelMarksService: ParcelMarksService
  hostFulfillmentQueueService: HostFulfillmentQueueService
  printClaimsService: PrintClaimsService
  packingTableService: PackingTableService
  handoverBookService: HandoverBookService
  fileStoreService: FileStoreService
  buyerErasureService: BuyerErasureService
  buyerRequestRegisterService: BuyerRequestRegisterService
  flowScheduleService: FlowScheduleService
  listingCatalogueService: ListingCatalogueService
  listingReaderService: ListingReaderService
  nudgeQueueService: NudgeQueueService
  orderCopiesService: OrderCopiesService
  orderLedgerService: OrderLedgerService
  orderReaderService: OrderReaderService
  processHeartbeatService: ProcessHeartbeatService
  processRegisterService: ProcessRegisterService
  providerRegistryService: ProviderRegistryService
  retentionService: RetentionService
  runLogService: RunLogService
  secretBoxService: SecretBoxService
  stockBookService: StockBookService
  stockDemandCounterService: StockDemandCounterService
  stockNudgeQueueService: StockNudgeQueueService
  stockReaderService: StockReaderService
  stockSweepRegisterService: StockSweepRegisterService
  webhookInboxService: WebhookInboxService
}

/**
 * The plugin's tables, with one part for each thing that generated methods cannot do.
 *
 * @example
 * const marketplaces = container.resolve<MarketplaceChannelModuleService>(MARKETPLACE_CHANNEL_MODULE)
 * const [channel] = await marketplaces.listMarketplaceChannels({ id })
 * await marketplaces.nudges.add(channel.id, ["578000000000000001"], "webhook")
 */
export default class MarketplaceChannelModuleService extends MedusaService({
  MarketplaceAlarm: Alarm,
  MarketplaceAuthorization: Authorization,
  MarketplaceAuthorizationRequest: AuthorizationRequest,
  MarketplaceChannel: Channel,
  MarketplaceClaim: Claim,
  MarketplaceFeeRule: FeeRule,
  MarketplacePayout: Payout,
  MarketplaceSettlement: Settlement,
  MarketplaceSettlementEvent: SettlementEvent,
  MarketplaceStatement: Statement,
  MarketplaceStatementLine: StatementLine,
  MarketplaceStatementMapping: StatementMapping,
  MarketplaceScan: Scan,
  MarketplaceReceipt: Receipt,
  MarketplacePickList: PickList,
  MarketplaceParcelMark: ParcelMark,
  MarketplaceHandover: Handover,
  MarketplaceFilePart: FilePart,
  MarketplaceFile: File,
  MarketplaceBuyerRequest: BuyerRequest,
  MarketplaceChannelOrder: ChannelOrder,
  MarketplaceChannelOrderEvent: ChannelOrderEvent,
  MarketplaceChannelOrderLine: ChannelOrderLine,
  MarketplaceEventQueue: EventQueue,
  MarketplaceFlow: Flow,
  MarketplaceListing: Listing,
  MarketplaceListingStock: ListingStock,
  MarketplaceNudge: Nudge,
  MarketplaceParcel: Parcel,
  MarketplaceProcess: Process,
  MarketplaceRateBudget: RateBudget,
  MarketplaceRun: Run,
  MarketplaceRunResult: RunResult,
  MarketplaceStockCell: StockCell,
  MarketplaceStockDemand: StockDemand,
  MarketplaceStockEvent: StockEvent,
  MarketplaceStockNudge: StockNudge,
  MarketplaceStockPush: StockPush,
  MarketplaceStockSweep: StockSweep,
  MarketplaceWebhookMessage: WebhookMessage,
  MarketplaceWebhookRefusal: WebhookRefusal,
}) {
  readonly options: MarketplaceModuleOptions
  readonly providers: ProviderRegistryService
  readonly access: ChannelAccessService
  readonly alarms: AlarmBookService
  readonly health: HealthReaderService
  readonly statements: StatementBookService
  readonly statementDownloads: StatementDownloadService
  readonly payouts: PayoutBookService
  readonly settledPayments: SettledPaymentsService
  readonly settlements: SettlementLedgerService
  readonly settlementReader: SettlementReaderService
  readonly settlementReports: SettlementReporterService
  readonly claims: ClaimRegisterService
  readonly authorizations: AuthorizationRegisterService
  readonly vault: AuthorizationVaultService
  readonly secrets: SecretBoxService
  readonly nudges: NudgeQueueService
  readonly flows: FlowScheduleService
  readonly eventQueues: EventQueueRegisterService
  readonly receipts: ReceiptBookService
  readonly pickLists: PickListRegisterService
  readonly parcelMarks: ParcelMarksService
  readonly hostFulfillments: HostFulfillmentQueueService
  readonly printClaims: PrintClaimsService
  readonly packing: PackingTableService
  readonly handovers: HandoverBookService
  readonly files: FileStoreService
  readonly buyerErasures: BuyerErasureService
  readonly buyerRequests: BuyerRequestRegisterService
  readonly listingCatalogue: ListingCatalogueService
  readonly listingReader: ListingReaderService
  readonly stockBook: StockBookService
  readonly stockDemand: StockDemandCounterService
  readonly stockNudges: StockNudgeQueueService
  readonly stockReader: StockReaderService
  readonly stockSweeps: StockSweepRegisterService
  readonly inbox: WebhookInboxService
  readonly retention: RetentionService
  readonly runs: RunLogService
  readonly processes: ProcessRegisterService
  readonly orderCopies: OrderCopiesService
  readonly orderLedger: OrderLedgerService
  readonly orderReader: OrderReaderService
  readonly heartbeat: ProcessHeartbeatService

  constructor(cradle: Cradle) {
    super(cradle)
    this.options = cradle.marketplaceOptions
    this.providers = cradle.providerRegistryService
    this.access = cradle.channelAccessService
    this.alarms = cradle.alarmBookService
    this.health = cradle.healthReaderService
    this.statements = cradle.statementBookService
    this.statementDownloads = cradle.statementDownloadService
    this.payouts = cradle.payoutBookService
    this.settledPayments = cradle.settledPaymentsService
    this.settlements = cradle.settlementLedgerService
    this.settlementReader = cradle.settlementReaderService
    this.settlementReports = cradle.settlementReporterService
    this.claims = cradle.claimRegisterService
    this.authorizations = cradle.authorizationRegisterService
    this.vault = cradle.authorizationVaultService
    this.secrets = cradle.secretBoxService
    this.nudges = cradle.nudgeQueueService
    this.flows = cradle.flowScheduleService
    this.eventQueues = cradle.eventQueueRegisterService
    this.receipts = cradle.receiptBookService
    this.pickLists = cradle.pickListRegisterService
    this.parcelMarks = cradle.parcelMarksService
    this.hostFulfillments = cradle.hostFulfillmentQueueService
    this.printClaims = cradle.printClaimsService
    this.packing = cradle.packingTableService
    this.handovers = cradle.handoverBookService
    this.files = cradle.fileStoreService
    this.buyerErasures = cradle.buyerErasureService
    this.buyerRequests = cradle.buyerRequestRegisterService
    this.listingCatalogue = cradle.listingCatalogueService
    this.listingReader = cradle.listingReaderService
    this.stockBook = cradle.stockBookService
    this.stockDemand = cradle.stockDemandCounterService
    this.stockNudges = cradle.stockNudgeQueueService
    this.stockReader = cradle.stockReaderService
    this.stockSweeps = cradle.stockSweepRegisterService
    this.inbox = cradle.webhookInboxService
    this.retention = cradle.retentionService
    this.runs = cradle.runLogService
    this.processes = cradle.processRegisterService
    this.orderCopies = cradle.orderCopiesService
    this.orderLedger = cradle.orderLedgerService
    this.orderReader = cradle.orderReaderService
    this.heartbeat = cradle.processHeartbeatService
  }

  __hooks = {
    /**
     * Stops the server, but neither migrations nor builds, when no key protects the tokens, or
     * when it is not clear for how long things are to be kept.
     */
    onApplicationStart: async (): Promise<void> => {
      SecretBoxService.assertConfigured(this.options)
      void this.retention.days
      await this.heartbeat.start()
    },
    onApplicationPrepareShutdown: (): Promise<void> => this.heartbeat.stop(),
  }
}
