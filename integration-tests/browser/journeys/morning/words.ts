import { TIKI_ORDERS, TIKTOK_ORDERS } from "./sales"

const ALL = TIKTOK_ORDERS.length + TIKI_ORDERS.length

/** What is read on the way, in Vietnamese, besides what every journey reads. */
export const WORDS = {
  search: "Mã đơn, mã vận đơn, SKU",
  today: "Hôm nay",
  downloaded: `Tải thành công: ${ALL}`,
  select_all: (count: number) => `Chọn tất cả ${count} đơn`,
  all_channels: "Tất cả gian hàng",
  broken: "Vỡ một bát, hộp móp",
  marked_packed: (count: number) => `Đã đóng gói: ${count}`,
  selected: (count: number) => `Đã chọn ${count} đơn`,
  tab: {
    new: "Mới",
    confirmed: "Đã xác nhận",
    packing: "Đang đóng gói",
    packed: "Đã đóng gói",
    awaiting_collection: "Chờ thu gom",
    in_transit: "Đang chuyển",
    succeeded: "Thành công",
    returning: "Đang hoàn",
    returned: "Đã hoàn",
    cancelled: "Đã huỷ",
  },
  arrange: {
    button: "Sắp xếp vận chuyển",
    parts: [
      `${TIKTOK_ORDERS.length} đơn sẽ được sắp xếp vận chuyển.`,
      `${TIKI_ORDERS.length} đơn đang chờ xác nhận`,
    ],
    done: [
      `Đã sắp xếp: ${TIKTOK_ORDERS.length}`,
      `Đã xác nhận: ${TIKI_ORDERS.length}`,
    ],
  },
  print: {
    button: "In phiếu gửi",
    done: `Đã in: ${ALL}`,
    download: "Tải về máy",
    now: "In phiếu gửi ngay",
  },
  more: "Thao tác khác",
  mark_packed: "Đánh dấu đã đóng gói",
  pick_list: {
    button: "Danh sách lấy hàng",
    create: "Tạo danh sách lấy hàng",
    picked: /^Đã lấy: /,
    progress: (picked: number, total: number) =>
      `Đã lấy ${picked} trên ${total}`,
    finish: "Hoàn tất",
    finished: "Đã hoàn tất danh sách",
  },
  requests: {
    title: "Yêu cầu của người mua",
    approve: "Đồng ý",
    reject: "Từ chối",
    choose_reason: "Chọn lý do",
    approved: "Đã đồng ý yêu cầu: 1",
    rejected: "Đã từ chối yêu cầu: 1",
    waiting: "Chờ trả lời",
  },
  caught: {
    wrong_item: "SAI SẢN PHẨM",
    cancelled: "ĐƠN ĐÃ HUỶ",
    already_packed: "ĐÃ ĐÓNG GÓI RỒI",
  },
  handover: {
    outbound: "Bàn giao cho HVC",
    inbound: "Nhận HVC hoàn về",
    start: "Bắt đầu quét",
    group: "Biên bản bàn giao",
    scanned: "Đã quét",
    missing: "Đã đóng gói, chưa quét",
    set_aside: "Để riêng",
    close: "Đóng biên bản",
    closed: "Đã đóng biên bản",
    details: "Chi tiết",
    note: "Ghi chú (không bắt buộc)",
    add_photo: "Thêm ảnh",
    one_photo: "1 ảnh",
    save: "Lưu",
    damaged: /Hỏng \d/,
  },
}
