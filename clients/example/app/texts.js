// All that this frontend says by itself, in both languages. What the services say comes in both, or by Accept-Language.

/** @typedef {"th" | "en"} Language */

const texts = {
  name: { th: "กองดี", en: "Kongdee" },
  welcome: { th: "ประเมินตนเอง แนบหลักฐาน และติดตามกำหนดส่ง", en: "Score your unit, file evidence, and keep due dates in sight." },
  signIn: { th: "เข้าสู่ระบบ", en: "Sign in" },
  signOut: { th: "ออกจากระบบ", en: "Sign out" },
  signedOff: { th: "หมดเวลาใช้งาน กรุณาเข้าสู่ระบบอีกครั้ง", en: "Your session has ended. Please sign in again." },
  notSignedIn: { th: "ยังไม่ได้เข้าสู่ระบบ ({why})", en: "You were not signed in ({why})." },
  other: { th: "English", en: "ไทย" },
  skip: { th: "ข้ามไปยังเนื้อหา", en: "Skip to content" },
  menu: { th: "เมนูหลัก", en: "Main" },
  cycle: { th: "รอบการประเมิน", en: "Cycle" },
  loading: { th: "กำลังโหลด…", en: "Loading…" },
  live: { th: "แสดงการเปลี่ยนแปลงทันที", en: "Live" },
  waiting: { th: "ขาดการเชื่อมต่อ กำลังเชื่อมต่อใหม่…", en: "Connection lost, reconnecting…" },
  changed: { th: "ข้อมูลมีการเปลี่ยนแปลง: {what}", en: "Changed: {what}" },
  noConnection: { th: "ติดต่อระบบไม่ได้ ตรวจสอบเครือข่ายแล้วลองอีกครั้ง", en: "The service can't be reached. Check the network and try again." },
  noPage: { th: "ไม่มีหน้านี้", en: "There is no such page." },
  noRole: { th: "บัญชีนี้ยังไม่มีสิทธิ์ใช้งาน โปรดติดต่อผู้จัดการประเมิน", en: "This account has no role here. Please ask the organiser." },
  noCycle: { th: "ยังไม่มีรอบการประเมิน", en: "There is no cycle yet." },
  requestId: { th: "เลขที่คำขอ", en: "Request" },
  retry: { th: "ลองอีกครั้ง", en: "Try again" },
  pages: { th: "หน้าของรายการ", en: "Pages of the list" },
  pageOf: { th: "หน้า {page} จาก {pages} ({total} รายการ)", en: "Page {page} of {pages} ({total} in all)" },
  previous: { th: "ก่อนหน้า", en: "Previous" },
  next: { th: "ถัดไป", en: "Next" },
  nothing: { th: "ไม่มีรายการ", en: "Nothing here." },
  show: { th: "แสดง", en: "Show" },
  all: { th: "ทั้งหมด", en: "All" },

  sheet: { th: "ตารางคะแนน", en: "Sheet" },
  points: { th: "คะแนน", en: "Points" },
  claimed: { th: "ประเมินตนเอง", en: "claimed" },
  backed: { th: "มีหลักฐานรองรับ", en: "backed" },
  judged: { th: "กรรมการให้", en: "judged" },
  of: { th: "จาก {max}", en: "of {max}" },
  accepted: { th: "รับแล้ว {n}", en: "{n} accepted" },
  pending: { th: "รอตรวจ {n}", en: "{n} waiting" },
  noEvidence: { th: "ยังไม่มีหลักฐาน", en: "no evidence" },

  approach: { th: "แนวทาง", en: "Approach" },
  examples: { th: "ตัวอย่างหลักฐาน", en: "Examples of evidence" },
  plan: { th: "แผนของหน่วยงาน", en: "Plan" },
  owners: { th: "ผู้รับผิดชอบ", en: "Owners" },
  everySection: { th: "ทุกส่วนงาน", en: "every section" },
  due: { th: "กำหนด {date}", en: "due {date}" },
  missing: { th: "สิ่งที่ยังขาด", en: "What is missing" },
  why: { th: "ผลของหลักฐานต่อแต่ละขั้น", en: "What the evidence shows" },
  met: { th: "ครบ", en: "Met" },
  unmet: { th: "ยังไม่ครบ", en: "Not met" },

  claim: { th: "ให้คะแนน", en: "Claim" },
  rung: { th: "ขั้นที่ {n}", en: "Rung {n}" },
  rungZero: { th: "ยังไม่ได้ดำเนินการ", en: "Nothing yet" },
  variant: { th: "ลักษณะ", en: "Variant" },
  value: { th: "คะแนนที่ได้ ({min}–{max})", en: "Value ({min}–{max})" },
  yes: { th: "ใช่", en: "Yes" },
  no: { th: "ไม่ใช่", en: "No" },
  notApplicable: { th: "ไม่เกี่ยวข้องกับหน่วยงาน", en: "Does not apply" },
  reason: { th: "เหตุผล", en: "Reason" },
  note: { th: "หมายเหตุ", en: "Note" },
  save: { th: "บันทึก", en: "Save" },
  saved: { th: "บันทึกแล้ว: {points} คะแนน จาก {max}", en: "Saved: {points} of {max} points" },
  conflict: { th: "มีผู้อื่นแก้ไขไปก่อน", en: "Somebody else was faster" },
  conflictHelp: { th: "เลือกว่าจะใช้ค่าใด", en: "Choose which of the two shall stand." },
  mine: { th: "ของคุณ", en: "Yours" },
  theirs: { th: "ของ {name}", en: "By {name}" },
  deleted: { th: "ถูกลบแล้ว", en: "Deleted" },
  takeTheirs: { th: "ใช้ค่าของเขา", en: "Take theirs" },
  overwrite: { th: "ใช้ค่าของฉันแทน", en: "Overwrite" },
  changedMeanwhile: { th: "คะแนนข้อนี้เพิ่งถูกแก้ไข สิ่งที่กรอกไว้ยังไม่หาย", en: "This was just changed elsewhere; what you entered is still here." },

  evidence: { th: "หลักฐาน", en: "Evidence" },
  file: { th: "แนบหลักฐาน", en: "File evidence" },
  kind: { th: "ประเภท", en: "Kind" },
  channel: { th: "ช่องทาง", en: "Channel" },
  section: { th: "ส่วนงาน", en: "Section" },
  wholeUnit: { th: "ทั้งหน่วยงาน", en: "The whole unit" },
  noChannel: { th: "ไม่ระบุ", en: "None" },
  title: { th: "ชื่อเอกสาร", en: "Title" },
  date: { th: "วันที่ของหลักฐาน (ปี ค.ศ.)", en: "Date" },
  files: { th: "ไฟล์", en: "Files" },
  upload: { th: "ส่งไฟล์", en: "Upload" },
  progress: { th: "ส่งแล้ว", en: "Sent" },
  cancel: { th: "ยกเลิก", en: "Cancel" },
  cancelled: { th: "ยกเลิกแล้ว", en: "Cancelled" },
  filed: { th: "รับไฟล์แล้ว รอเพื่อนร่วมงานตรวจ", en: "Filed; a colleague has to accept it." },
  status: { th: "สถานะ", en: "Status" },
  PENDING: { th: "รอตรวจ", en: "Waiting for review" },
  ACCEPTED: { th: "รับแล้ว", en: "Accepted" },
  REJECTED: { th: "ไม่รับ", en: "Rejected" },
  WITHDRAWN: { th: "ถอนแล้ว", en: "Withdrawn" },
  SUPERSEDED: { th: "มีฉบับใหม่", en: "Superseded" },
  by: { th: "โดย {name}", en: "by {name}" },
  download: { th: "ดาวน์โหลด {name}", en: "Download {name}" },
  review: { th: "ตรวจหลักฐาน", en: "Review" },
  accept: { th: "รับ", en: "Accept" },
  reject: { th: "ไม่รับ", en: "Reject" },
  own: { th: "ผู้แนบตรวจของตนเองไม่ได้", en: "Nobody reviews what they have filed." },

  steps: { th: "ทำอะไรต่อ", en: "Next steps" },
  gains: { th: "+{points} คะแนน", en: "+{points} points" },
  waits: { th: "มีหลักฐานรอตรวจอยู่แล้ว", en: "evidence waits for review" },
  readiness: { th: "ความพร้อม", en: "Readiness" },
  criterion: { th: "ตัวชี้วัด", en: "Criterion" },
  supported: { th: "หลักฐานรองรับ", en: "Supported" },
  unbacked: { th: "เกินกว่าหลักฐาน", en: "above the evidence" },
  notClaimed: { th: "ยังไม่ให้คะแนน", en: "not claimed" },
  duties: { th: "งานของฉัน", en: "My duties" },
  noDuties: { th: "ไม่มีงานค้างของคุณ", en: "You have nothing to do." },
  noRecipient: { th: "บัญชีนี้ยังไม่อยู่ในรายชื่อผู้รับการแจ้งเตือน", en: "You are not among those who are reminded yet." },
  overdue: { th: "เกินกำหนด", en: "overdue" },
  undated: { th: "ไม่มีกำหนด", en: "no due date" },

  units: { th: "หน่วยงาน", en: "Units" },
  search: { th: "ค้นหา", en: "Search" },
  ranking: { th: "ตารางอันดับ", en: "League table" },
  rank: { th: "อันดับ", en: "Rank" },
  unit: { th: "หน่วยงาน", en: "Unit" },
  percent: { th: "ร้อยละ", en: "Percent" },
  group: { th: "กลุ่ม", en: "Group" },
  stage: { th: "ผู้ให้คะแนน", en: "Scored by" },
  SELF: { th: "หน่วยงานเอง", en: "the unit itself" },
  COMMITTEE: { th: "กรรมการ", en: "the committee" },
  heat: { th: "แผนภาพความร้อน", en: "Heat map" },
  heatHelp: { th: "สีเข้มคือได้คะแนนมากเมื่อเทียบกับคะแนนเต็ม", en: "The darker, the nearer to the most points; – does not apply." },
  radar: { th: "เรดาร์", en: "Radar" },
  radarOf: { th: "ร้อยละของคะแนนเต็มรายมิติ: {list}", en: "Percent of the most points, by dimension: {list}" },
  dimension: { th: "มิติ", en: "Dimension" },
};

/** @typedef {keyof typeof texts} Text */

const KEPT = "language";
/** @type {Language} */
let language = keptLanguage();

function keptLanguage() {
  const kept = localStorage.getItem(KEPT) ?? navigator.language;
  return kept.startsWith("en") ? "en" : "th";
}

export const lang = () => language;

export function setLang(/** @type {Language} */ to) {
  language = to;
  localStorage.setItem(KEPT, to);
}

/**
 * @param {Text} text
 * @param {Record<string, unknown>} [members] what stands in its places
 */
export function t(text, members = {}) {
  return texts[text][language].replace(/\{(\w+)\}/g, (_, member) => String(members[member] ?? "–"));
}

/** A text of a service, or of a document, which may have one language only. */
export function text(/** @type {{th?: string | null, en?: string | null} | null | undefined} */ both) {
  return both?.[language] ?? both?.th ?? both?.en ?? "";
}

/** A day as people write it: of the Buddhist era in Thai. */
export function day(/** @type {string} */ iso) {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return date.toLocaleDateString(language === "th" ? "th-TH" : "en-GB", { dateStyle: "medium", timeZone: "UTC" });
}
