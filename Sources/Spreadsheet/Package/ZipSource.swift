import CLibZip
import Glibc
import Platform

/// Lets libzip read a ``ByteFile`` by offset, so that two readers of one file never move each other's position.
final class ZipSource {
    private let file: ByteFile
    private var offset = 0
    /// The operating system's error, if any.
    private(set) var failure: SystemError?
    /// Bytes that may still be read; nil for no limit. It stops the reading of an endless central directory.
    var allowance: Int? = 8 << 20
    /// Whether libzip requested more than it was allowed.
    private(set) var isExceeded = false

    init(_ file: ByteFile) { self.file = file }

    /// A libzip source, which libzip frees; until then it retains this object.
    func makeSource() -> OpaquePointer? {
        let kept = Unmanaged.passRetained(self)
        guard let source = zip_source_function_create(Self.callback, kept.toOpaque(), nil) else {
            kept.release()
            return nil
        }
        return source
    }

    private static let callback: zip_source_callback = { context, data, length, command in
        guard let context else { return -1 }
        let unmanaged = Unmanaged<ZipSource>.fromOpaque(context)
        guard command != ZIP_SOURCE_FREE else {
            unmanaged.release()
            return 0
        }
        return unmanaged.takeUnretainedValue().answer(command, data, length)
    }

    private func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: UInt64) -> Int64 {
        switch command {
        case ZIP_SOURCE_OPEN: move(to: 0)
        case ZIP_SOURCE_READ: read(UnsafeMutableRawBufferPointer(start: data, count: Int(length)))
        case ZIP_SOURCE_SEEK: seek(data, length)
        case ZIP_SOURCE_TELL: Int64(offset)
        case ZIP_SOURCE_STAT: describe(data)
        case ZIP_SOURCE_ERROR: describeError(data)
        case ZIP_SOURCE_SUPPORTS: Self.commands
        default: 0
        }
    }

    private func move(to place: Int) -> Int64 {
        offset = place
        return 0
    }

    private func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int64 {
        if let allowance {
            guard buffer.count <= allowance else {
                isExceeded = true
                return -1
            }
            self.allowance = allowance - buffer.count
        }
        do throws(SystemError) {
            let count = try file.read(into: buffer, at: offset)
            offset += count
            return Int64(count)
        } catch {
            failure = error
            return -1
        }
    }

    private func seek(_ data: UnsafeMutableRawPointer?, _ length: UInt64) -> Int64 {
        guard let data else { return -1 }
        var error = zip_error_t()
        let place = zip_source_seek_compute_offset(UInt64(offset), UInt64(file.size), data, length, &error)
        return place < 0 ? -1 : move(to: Int(place))
    }

    private func describe(_ data: UnsafeMutableRawPointer?) -> Int64 {
        guard let status = data?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
        zip_stat_init(status)
        status.pointee.size = UInt64(file.size)
        status.pointee.valid |= UInt64(ZIP_STAT_SIZE)
        return Int64(MemoryLayout<zip_stat_t>.size)
    }

    private func describeError(_ data: UnsafeMutableRawPointer?) -> Int64 {
        data?.storeBytes(of: Int32(ZIP_ER_READ), as: Int32.self)
        data?.storeBytes(of: failure?.number ?? EIO, toByteOffset: 4, as: Int32.self)
        return 8
    }

    private static let commands: Int64 = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
        ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
    ].reduce(0) { $0 | 1 << Int64($1.rawValue) }
}
