import CExpat
import Glibc

/// Memory that one parser may have in all its life. Expat keeps every name that it meets: a file of ever new names would
/// take all there is.
enum XMLMemory {
    /// Real spreadsheets need less than a hundredth, beside the tag that is being read.
    private static let limit = 32 << 20

    /// Expat tells an allocator nothing of who asks; but a parser never leaves its thread.
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// Lends a parser with bounded memory; nil if there is none to be had.
    static func withParser<Result>(_ body: (XML_Parser?) -> Result) -> Result {
        var allowance = limit
        return withUnsafeMutablePointer(to: &allowance) { allowance in
            // A row's reader may itself read another file.
            let outer = pthread_getspecific(key)
            pthread_setspecific(key, allowance)
            defer { pthread_setspecific(key, outer) }
            var suite = XML_Memory_Handling_Suite(
                malloc_fcn: { XMLMemory.take($0) ? malloc($0) : nil },
                realloc_fcn: { XMLMemory.take($1) ? realloc($0, $1) : nil },
                free_fcn: { free($0) })
            let parser = XML_ParserCreate_MM(nil, &suite, nil)
            defer { XML_ParserFree(parser) }
            return body(parser)
        }
    }

    /// Counts what is asked for, not what is given back: in between rows expat asks for nothing.
    private static func take(_ size: Int) -> Bool {
        guard let allowance = pthread_getspecific(key)?.assumingMemoryBound(to: Int.self) else { return false }
        allowance.pointee -= size
        return allowance.pointee >= 0
    }
}
