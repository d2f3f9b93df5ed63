import { LocalizedText } from "../shared/localized-text"
import { AlarmCode } from "./alarm-code"

export type AlarmWords = {
  /** What is wrong, in one sentence; `{name}` stands for a parameter. */
  message: LocalizedText
  /** What to do about it. */
  remedy: LocalizedText
}

/** What is said of each alarm, and what helps: the server, the admin and the docs say the same. */
export const ALARM_WORDS: Record<AlarmCode, AlarmWords> = {
  disk_full: {
    message: {
      en: "The disk is full, so nothing can be saved: {reason}",
      vi: "Ổ đĩa đã đầy nên không lưu được gì: {reason}",
    },
    remedy: {
      en: "Free space on the database's disk or enlarge it. Everything then goes on by itself and nothing is lost.",
      vi: "Dọn hoặc tăng dung lượng ổ đĩa của cơ sở dữ liệu. Sau đó mọi việc tự chạy tiếp, không mất gì.",
    },
  },
  database_refuses: {
    message: {
      en: "The database takes no changes: {reason}",
      vi: "Cơ sở dữ liệu không cho ghi: {reason}",
    },
    remedy: {
      en: "Look at PostgreSQL: free connections, memory, and whether the server has become a read-only replica.",
      vi: "Kiểm tra PostgreSQL: số kết nối, bộ nhớ, và máy chủ có đang là bản sao chỉ đọc hay không.",
    },
  },
  no_worker: {
    message: {
      en: "No process does the work: orders are not downloaded and stock is not updated. Last seen: {processes}",
      vi: "Không có tiến trình nào đang làm việc: không tải đơn, không cập nhật tồn kho. Lần cuối thấy: {processes}",
    },
    remedy: {
      en: "Start Medusa with worker mode “worker” or “shared” and read its log if it ends again. It goes on where it stopped.",
      vi: "Khởi động Medusa ở chế độ “worker” hoặc “shared”; nếu lại dừng, hãy xem nhật ký. Việc chạy tiếp từ chỗ đã dừng.",
    },
  },
  locks_not_shared: {
    message: {
      en: "Several processes run without shared locks ({processes}), so stock is not raised anywhere.",
      vi: "Nhiều tiến trình chạy mà không dùng chung khoá ({processes}) nên không tăng tồn kho ở sàn nào.",
    },
    remedy: {
      en: "Set up Medusa's locking with Redis or PostgreSQL in medusa-config, or run a single process.",
      vi: "Cấu hình khoá (locking) của Medusa bằng Redis hoặc PostgreSQL trong medusa-config, hoặc chỉ chạy một tiến trình.",
    },
  },
  clock_differs: {
    message: {
      en: "The clock of this server differs from the database's by {seconds} seconds.",
      vi: "Đồng hồ máy chủ này lệch {seconds} giây so với cơ sở dữ liệu.",
    },
    remedy: {
      en: "Switch on time synchronisation (NTP) on both machines.",
      vi: "Bật đồng bộ thời gian (NTP) trên cả hai máy.",
    },
  },
  runs_abandoned: {
    message: {
      en: "Downloads and actions that were started and do not go on: {count}.",
      vi: "{count} lượt tải hoặc thao tác đã bắt đầu nhưng không chạy tiếp.",
    },
    remedy: {
      en: "They go on by themselves as soon as a worker is free. If they do not, restart the worker and read its log.",
      vi: "Chúng tự chạy tiếp khi có tiến trình rảnh. Nếu không, hãy khởi động lại tiến trình worker và xem nhật ký.",
    },
  },
  messages_refused: {
    message: {
      en: "Messages of {label} are refused because their signature is wrong ({count} lately). The marketplace may stop sending them.",
      vi: "{count} tin báo của {label} bị từ chối vì sai chữ ký. Sàn có thể ngừng gửi.",
    },
    remedy: {
      en: "Compare the app's key and secret in the plugin's options with those at the marketplace. Until then orders come by polling.",
      vi: "So khoá và mã bí mật của ứng dụng trong cấu hình với trên sàn. Trong lúc đó đơn vẫn được tải theo định kỳ.",
    },
  },
  provider_missing: {
    message: {
      en: "The marketplace of {channel} is not among the plugin's options, so nothing is done for it.",
      vi: "Sàn của {channel} không còn trong cấu hình nên không có gì được đồng bộ.",
    },
    remedy: {
      en: "Put the provider back into the plugin's options and restart, or disconnect the channel.",
      vi: "Khai báo lại sàn trong cấu hình rồi khởi động lại, hoặc ngắt kết nối gian hàng.",
    },
  },
  encryption_key_missing: {
    message: {
      en: "The sign-in of {channel} was encrypted with key {key}, which is not configured, so the shop cannot be opened.",
      vi: "Thông tin đăng nhập của {channel} được mã hoá bằng khoá {key} không có trong cấu hình nên không mở được gian hàng.",
    },
    remedy: {
      en: "Add the earlier key to previousEncryptionKeys and restart, or sign in again.",
      vi: "Thêm khoá cũ vào previousEncryptionKeys rồi khởi động lại, hoặc đăng nhập lại.",
    },
  },
  channel_paused: {
    message: {
      en: "{channel} is paused here: no orders are downloaded and no stock is updated.",
      vi: "{channel} đang tạm dừng: không tải đơn, không cập nhật tồn kho.",
    },
    remedy: {
      en: "Resume the channel when you want it to go on.",
      vi: "Tiếp tục gian hàng khi muốn đồng bộ lại.",
    },
  },
  authorization_refused: {
    message: {
      en: "The marketplace does not let us into {channel} any more: {reason}",
      vi: "Sàn không còn cho truy cập {channel}: {reason}",
    },
    remedy: {
      en: "Sign in again at the marketplace. What happened meanwhile is fetched afterwards.",
      vi: "Đăng nhập lại vào sàn. Những gì phát sinh trong thời gian đó sẽ được tải bù.",
    },
  },
  authorization_ended: {
    message: {
      en: "The sign-in of {channel} has ended and cannot be renewed by itself.",
      vi: "Phiên đăng nhập của {channel} đã hết hạn và không tự gia hạn được.",
    },
    remedy: {
      en: "Sign in again at the marketplace. What happened meanwhile is fetched afterwards.",
      vi: "Đăng nhập lại vào sàn. Những gì phát sinh trong thời gian đó sẽ được tải bù.",
    },
  },
  authorization_ending: {
    message: {
      en: "The sign-in of {channel} ends soon. Days left: {days}.",
      vi: "Phiên đăng nhập của {channel} còn {days} ngày nữa là hết hạn.",
    },
    remedy: {
      en: "Sign in again at the marketplace before that day; nothing is interrupted by it.",
      vi: "Đăng nhập lại vào sàn trước ngày đó; việc đồng bộ không bị gián đoạn.",
    },
  },
  credentials_invalid: {
    message: {
      en: "The keys of {channel} are not accepted: {reason}",
      vi: "Khoá kết nối của {channel} không được chấp nhận: {reason}",
    },
    remedy: {
      en: "Correct the keys of the channel, or the app's key and secret in the plugin's options.",
      vi: "Sửa khoá kết nối của gian hàng, hoặc khoá và mã bí mật của ứng dụng trong cấu hình.",
    },
  },
  scope_missing: {
    message: {
      en: "{channel} lacks a permission, so this stands still: {flows}. {reason}",
      vi: "{channel} thiếu quyền nên dừng: {flows}. {reason}",
    },
    remedy: {
      en: "Switch the permission on for the app at the marketplace, then sign in again.",
      vi: "Bật quyền cho ứng dụng trên sàn rồi đăng nhập lại.",
    },
  },
  shop_inactive: {
    message: {
      en: "The marketplace says that {channel} is switched off: {reason}",
      vi: "Sàn báo {channel} đang bị tạm ngưng: {reason}",
    },
    remedy: {
      en: "Switch the shop or the connection on again in the marketplace's Seller Center, or ask its support.",
      vi: "Mở lại gian hàng hoặc kết nối trong Seller Center, hoặc hỏi bộ phận hỗ trợ của sàn.",
    },
  },
  server_not_allowed: {
    message: {
      en: "The marketplace takes no calls for {channel} from this server's address: {reason}",
      vi: "Sàn không nhận lệnh cho {channel} từ địa chỉ máy chủ này: {reason}",
    },
    remedy: {
      en: "Add the server's public address to the app's allow list at the marketplace.",
      vi: "Thêm địa chỉ công khai của máy chủ vào danh sách cho phép của ứng dụng trên sàn.",
    },
  },
  clock_refused: {
    message: {
      en: "The marketplace refuses the time of the calls for {channel}: {reason}",
      vi: "Sàn từ chối thời gian của lệnh gửi cho {channel}: {reason}",
    },
    remedy: {
      en: "Set the server's clock: switch on time synchronisation (NTP).",
      vi: "Chỉnh đồng hồ máy chủ: bật đồng bộ thời gian (NTP).",
    },
  },
  call_retired: {
    message: {
      en: "The marketplace no longer serves a call that {channel} needs ({flows}): {reason}",
      vi: "Sàn đã bỏ phiên bản lệnh mà {channel} cần ({flows}): {reason}",
    },
    remedy: {
      en: "Update the plugin. If it is up to date, report the text above.",
      vi: "Cập nhật plugin. Nếu đã mới nhất, hãy báo lại nội dung trên.",
    },
  },
  marketplace_refuses: {
    message: {
      en: "The marketplace refuses {channel} ({flows}): {reason}",
      vi: "Sàn từ chối {channel} ({flows}): {reason}",
    },
    remedy: {
      en: "Look at the shop and at the app's permissions at the marketplace, then test the connection.",
      vi: "Kiểm tra gian hàng và quyền của ứng dụng trên sàn rồi thử kết nối.",
    },
  },
  request_wrong: {
    message: {
      en: "The marketplace does not understand a call for {channel} ({flows}): {reason}",
      vi: "Sàn không hiểu lệnh gửi cho {channel} ({flows}): {reason}",
    },
    remedy: {
      en: "Update the plugin. If it is up to date, report the text above.",
      vi: "Cập nhật plugin. Nếu đã mới nhất, hãy báo lại nội dung trên.",
    },
  },
  answer_not_understood: {
    message: {
      en: "The marketplace's answers for {channel} cannot be understood ({flows}): {reason}",
      vi: "Không đọc được câu trả lời của sàn cho {channel} ({flows}): {reason}",
    },
    remedy: {
      en: "It is tried again by itself. If it lasts, the marketplace has changed its answers: update the plugin.",
      vi: "Hệ thống tự thử lại. Nếu kéo dài, sàn đã đổi định dạng: hãy cập nhật plugin.",
    },
  },
  marketplace_unavailable: {
    message: {
      en: "The marketplace does not answer for {channel}: {reason}",
      vi: "Sàn không trả lời cho {channel}: {reason}",
    },
    remedy: {
      en: "It is tried again by itself, ever less often. If the marketplace works in the browser, look at the server's network and firewall.",
      vi: "Hệ thống tự thử lại, thưa dần. Nếu trình duyệt vẫn mở được sàn, hãy kiểm tra mạng và tường lửa của máy chủ.",
    },
  },
  rate_limited: {
    message: {
      en: "The marketplace has been refusing calls for {channel} because there are too many: {reason}",
      vi: "Sàn đang từ chối lệnh của {channel} vì quá nhiều: {reason}",
    },
    remedy: {
      en: "It goes on by itself when the quota is renewed. If other programs use the same app, stop them or give them an app of their own.",
      vi: "Tự chạy tiếp khi có hạn mức mới. Nếu phần mềm khác dùng chung ứng dụng, hãy dừng hoặc cấp ứng dụng riêng.",
    },
  },
  flow_missing: {
    message: {
      en: "{channel} has no schedule for this: {flows}.",
      vi: "{channel} không có lịch cho: {flows}.",
    },
    remedy: {
      en: "Restart the server, which makes schedules that are missing; else sign in again.",
      vi: "Khởi động lại máy chủ để tạo lịch còn thiếu; nếu không được, hãy đăng nhập lại.",
    },
  },
  flow_failing: {
    message: {
      en: "This fails again and again for {channel}: {flows}. {reason}",
      vi: "Việc này của {channel} liên tục bị lỗi: {flows}. {reason}",
    },
    remedy: {
      en: "Test the connection. If it works, the text above and the server's log say what is wrong.",
      vi: "Thử kết nối. Nếu kết nối tốt, xem nội dung trên và nhật ký máy chủ.",
    },
  },
  flow_late: {
    message: {
      en: "This has not been done for {channel} although it was due: {flows}.",
      vi: "Việc này của {channel} đã đến hạn mà chưa chạy: {flows}.",
    },
    remedy: {
      en: "The workers are busy or stand still: read their log, restart them, or run more of them.",
      vi: "Các tiến trình đang bận hoặc đứng: xem nhật ký, khởi động lại hoặc chạy thêm tiến trình.",
    },
  },
  worker_stuck: {
    message: {
      en: "A worker has held this for {channel} without getting on: {flows}.",
      vi: "Một tiến trình giữ việc này của {channel} mà không tiến triển: {flows}.",
    },
    remedy: {
      en: "Restart the worker; another one takes over within 15 seconds.",
      vi: "Khởi động lại tiến trình worker; tiến trình khác nhận việc trong 15 giây.",
    },
  },
  event_queue_silent: {
    message: {
      en: "The marketplace's message queue of {channel} is not being emptied. {reason}",
      vi: "Hàng đợi tin báo của {channel} không được đọc. {reason}",
    },
    remedy: {
      en: "Orders still come by polling. Test the connection; restart the worker if the queue stays unread.",
      vi: "Đơn vẫn được tải theo định kỳ. Thử kết nối; nếu vẫn không đọc, khởi động lại tiến trình worker.",
    },
  },
  orders_left_out: {
    message: {
      en: "The marketplace answers with an empty list for {channel} although orders of the same time are known.",
      vi: "Sàn trả về danh sách rỗng cho {channel} dù đã có đơn trong cùng thời gian.",
    },
    remedy: {
      en: "Open the shop at the marketplace: if orders are shown there, sign in again with the right account, or ask the marketplace's support.",
      vi: "Mở gian hàng trên sàn: nếu ở đó có đơn, hãy đăng nhập lại đúng tài khoản, hoặc hỏi bộ phận hỗ trợ của sàn.",
    },
  },
  orders_silent: {
    message: {
      en: "{channel} has had no order, although orders came in the same hours of every week before (at least {least}).",
      vi: "{channel} không có đơn nào, trong khi cùng giờ các tuần trước có ít nhất {least} đơn.",
    },
    remedy: {
      en: "Open the shop at the marketplace. If orders are shown there, test the connection and sign in again; if not, see whether the shop or its products are hidden.",
      vi: "Mở gian hàng trên sàn. Nếu ở đó có đơn, hãy thử kết nối và đăng nhập lại; nếu không, xem gian hàng hoặc sản phẩm có bị ẩn không.",
    },
  },
  order_times_shifted: {
    message: {
      en: "The times of {channel}'s orders are wrong by {hours} hours, as with a wrong time zone.",
      vi: "Thời gian đơn của {channel} lệch {hours} giờ, như khi sai múi giờ.",
    },
    remedy: {
      en: "Look at the clock and time zone of the server. If they are right, the marketplace has changed its times: update the plugin.",
      vi: "Kiểm tra đồng hồ và múi giờ của máy chủ. Nếu đúng, sàn đã đổi cách ghi giờ: hãy cập nhật plugin.",
    },
  },
  messages_silent: {
    message: {
      en: "Orders of {channel} come by polling only: the marketplace told us about none of the last {count}.",
      vi: "{count} đơn của {channel} được tải theo định kỳ mà sàn không gửi tin báo nào.",
    },
    remedy: {
      en: "Check the webhook address and the subscribed events of the app at the marketplace, and that the server is reachable there.",
      vi: "Kiểm tra địa chỉ webhook và các sự kiện đã đăng ký của ứng dụng trên sàn, và máy chủ có truy cập được từ ngoài không.",
    },
  },
  orders_not_read: {
    message: {
      en: "Orders that the marketplace told us about for {channel} and that are not read: {count}. {reason}",
      vi: "{count} đơn của {channel} sàn đã báo nhưng chưa đọc được. {reason}",
    },
    remedy: {
      en: "It is tried again by itself. If it lasts, test the connection and look the orders up at the marketplace.",
      vi: "Hệ thống tự thử lại. Nếu kéo dài, hãy thử kết nối và tra đơn trên sàn.",
    },
  },
  orders_not_planned: {
    message: {
      en: "Orders of {channel} that were downloaded but not brought into Medusa: {count}.",
      vi: "{count} đơn của {channel} đã tải nhưng chưa vào Medusa.",
    },
    remedy: {
      en: "The server's log says why under “unplanned failed”. They come in by themselves once the reason is gone.",
      vi: "Nhật ký máy chủ ghi lý do ở dòng “unplanned failed”. Khi hết nguyên nhân, đơn tự vào.",
    },
  },
  orders_not_settled: {
    message: {
      en: "Orders of {channel} whose Medusa order does not follow their status: {count}. {reason}",
      vi: "{count} đơn của {channel} chưa theo kịp trạng thái trong Medusa. {reason}",
    },
    remedy: {
      en: "Open these orders: each says what stands in the way. It is tried again by itself.",
      vi: "Mở các đơn này: mỗi đơn ghi rõ điều gì đang cản. Hệ thống tự thử lại.",
    },
  },
  stock_unanswered: {
    message: {
      en: "Listings of {channel} for which the marketplace has not said whether it took the stock number: {count}.",
      vi: "{count} sản phẩm của {channel} chưa rõ sàn đã nhận số tồn kho hay chưa.",
    },
    remedy: {
      en: "They are read again by themselves and not raised before. If it lasts, test the connection.",
      vi: "Hệ thống tự đọc lại và không tăng số trước khi rõ. Nếu kéo dài, hãy thử kết nối.",
    },
  },
  stock_refused: {
    message: {
      en: "Listings of {channel} whose stock number the marketplace refuses: {count}.",
      vi: "Sàn từ chối số tồn kho của {count} sản phẩm thuộc {channel}.",
    },
    remedy: {
      en: "Open them on the stock page: each says what the marketplace answered.",
      vi: "Mở các sản phẩm này ở trang Tồn kho: mỗi dòng ghi rõ câu trả lời của sàn.",
    },
  },
  listings_missing: {
    message: {
      en: "The listings of {channel} were never downloaded, so its orders cannot be linked to products.",
      vi: "Sản phẩm của {channel} chưa được tải về lần nào nên đơn không ghép được với sản phẩm.",
    },
    remedy: {
      en: "Download the listings and link them.",
      vi: "Tải sản phẩm về rồi ghép nối.",
    },
  },
  statements_missing: {
    message: {
      en: "{channel} has had no statement for much longer than usual (days between two: {days}).",
      vi: "{channel} thường có đối soát mỗi {days} ngày, nay đã lâu không có.",
    },
    remedy: {
      en: "Fetch the statements or upload the file from the marketplace's Seller Center.",
      vi: "Tải đối soát về hoặc tải lên tệp lấy từ Seller Center của sàn.",
    },
  },
}
