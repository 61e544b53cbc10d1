import CExpat
import Glibc

/// The memory that one parser may allocate in its lifetime. Expat keeps every name that it encounters: a file with ever new
/// names would use up all memory.
enum XMLMemory {
    /// Real spreadsheets need less than a hundredth of this, apart from the tag being read.
    private static let limit = 32 << 20

    /// Expat does not tell an allocator which parser is calling; but a parser never leaves its thread.
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// Calls `body` with a parser of bounded memory; nil if there is no memory for one.
    static func withParser<Result>(_ body: (XML_Parser?) -> Result) -> Result {
        var allowance = limit
        return withUnsafeMutablePointer(to: &allowance) { allowance in
            // The code that handles a row may itself read another file.
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

    /// Counts what is allocated, not what is freed: between rows, expat allocates nothing.
    private static func take(_ size: Int) -> Bool {
        guard let allowance = pthread_getspecific(key)?.assumingMemoryBound(to: Int.self) else { return false }
        allowance.pointee -= size
        return allowance.pointee >= 0
    }
}
