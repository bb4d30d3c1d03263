package org.kongdee.evidence.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.util.LittleEndian;

/**
 * The few records of Word (MS-DOC), Excel (MS-XLS) and PowerPoint (MS-PPT) that tell of passwords
 * and macros, read as they pass.
 */
final class OfficeRecords {

    private static final int WORD = 0xa5ec;
    private static final int WORD_97 = 0xc1;
    private static final int WORD_ENCRYPTED = 0x100;

    private static final int EXCEL_BEGIN = 0x809;
    private static final int EXCEL_END = 0xa;
    private static final int EXCEL_PASSWORD = 0x2f;
    private static final int EXCEL_SHEET = 0x85;
    private static final int MACRO_SHEET = 1;
    private static final int MACRO_MODULE = 6;

    private static final int PLAIN_USER = 0xe391c05f;
    private static final int ENCRYPTED_USER = 0xf3d1c4df;
    private static final int DOCUMENT = 0x3e8;
    private static final int DOCUMENT_INFO = 0x7d0;
    private static final int MACROS = 0x3ff;
    private static final int MACROS_INFO = 0x400;

    private OfficeRecords() {}

    /** The beginning of the FIB (2.5.2). */
    static void ofWord(InputStream document) throws IOException {
        byte[] begin = bytes(document, 12);
        int format = LittleEndian.getUShort(begin, 2);
        if (format < WORD_97) {
            throw new NotTaken(Refusal.OUTDATED);
        }
        if (LittleEndian.getUShort(begin, 0) != WORD) {
            throw new NotTaken(Refusal.UNREADABLE);
        }
        if ((LittleEndian.getUShort(begin, 10) & WORD_ENCRYPTED) != 0) {
            throw new NotTaken(Refusal.ENCRYPTED, FileFormat.DOC.title());
        }
    }

    /** The records of the whole workbook, which come before those of its sheets (2.1.7.20.3). */
    static void ofExcel(InputStream workbook) throws IOException {
        byte[] header = bytes(workbook, 4);
        if (LittleEndian.getUShort(header, 0) != EXCEL_BEGIN) {
            throw new NotTaken(Refusal.UNREADABLE);
        }
        for (int record = EXCEL_BEGIN; record != EXCEL_END; ) {
            int length = LittleEndian.getUShort(header, 2);
            if (record == EXCEL_PASSWORD) {
                throw new NotTaken(Refusal.ENCRYPTED, FileFormat.XLS.title());
            }
            byte[] body = bytes(workbook, length);
            if (record == EXCEL_SHEET
                    && length > 5
                    && (body[5] == MACRO_SHEET || body[5] == MACRO_MODULE)) {
                throw new NotTaken(Refusal.MACROS, FileFormat.XLS.title());
            }
            header = bytes(workbook, 4);
            record = LittleEndian.getUShort(header, 0);
        }
    }

    /** Who saved it last, and whether with a password (2.3.2). */
    static void ofCurrentUser(InputStream user) throws IOException {
        int token = LittleEndian.getInt(bytes(user, 16), 12);
        if (token == ENCRYPTED_USER) {
            throw new NotTaken(Refusal.ENCRYPTED, FileFormat.PPT.title());
        }
        if (token != PLAIN_USER) {
            throw new NotTaken(Refusal.UNREADABLE);
        }
    }

    /** A VBAInfoAtom (2.4.11) lies in three containers; all else is passed over. */
    static void ofPowerPoint(InputStream document) throws IOException {
        byte[] header = document.readNBytes(8);
        while (header.length == 8) {
            long length = LittleEndian.getUInt(header, 4);
            int record = LittleEndian.getUShort(header, 2);
            if (record == MACROS_INFO && length >= 8) {
                if (LittleEndian.getInt(bytes(document, 8), 4) != 0) {
                    throw new NotTaken(Refusal.MACROS, FileFormat.PPT.title());
                }
                length -= 8;
            }
            if (record != DOCUMENT && record != DOCUMENT_INFO && record != MACROS) {
                skip(document, length);
            }
            header = document.readNBytes(8);
        }
    }

    private static void skip(InputStream in, long length) throws IOException {
        long left = length;
        while (left > 0) {
            long skipped = in.skip(left);
            if (skipped <= 0) {
                return;
            }
            left -= skipped;
        }
    }

    private static byte[] bytes(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
