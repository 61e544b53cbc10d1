extension Refusal {
    /// The refusal for a file that cannot be written.
    ///
    /// - Parameter reason: The system's error message.
    public static func unwritable(_ path: String, _ reason: String) -> Refusal {
        Refusal(
            .invalidInput, Phrase("Không ghi được tệp \(path): \(reason).", "The file \(path) cannot be written: \(reason)."))
    }
}
