// SPDX-License-Identifier: MIT
#include "catalog/fileattributes.h"

#include "catalog/posixfile.h"

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <sys/xattr.h>

namespace catalog::posix {

namespace {

constexpr const char* accessList = "system.posix_acl_access";

/// What the file system or our rights do not allow, which is left out.
bool isRefused(int error) {
    return error == EPERM || error == EACCES || error == EOPNOTSUPP;
}

/// The names of all extended attributes, access lists among them; 0, or the error's number.
int listAttributes(int file, std::vector<std::string>& names) {
    const ssize_t size = uninterrupted([&] { return ::flistxattr(file, nullptr, 0); });
    if (size < 0)
        return errno == EOPNOTSUPP ? 0 : errno;
    std::vector<char> buffer(static_cast<std::size_t>(size));
    const ssize_t got = uninterrupted([&] { return ::flistxattr(file, buffer.data(), buffer.size()); });
    if (got < 0)
        return errno;
    for (const char* name = buffer.data(); name < buffer.data() + got; name += std::strlen(name) + 1)
        names.emplace_back(name);
    return 0;
}

int copyAttribute(int from, int to, const char* name) {
    const ssize_t size = uninterrupted([&] { return ::fgetxattr(from, name, nullptr, 0); });
    if (size < 0)
        return errno;
    std::vector<char> value(static_cast<std::size_t>(size));
    const ssize_t got = uninterrupted([&] { return ::fgetxattr(from, name, value.data(), value.size()); });
    if (got < 0)
        return errno;
    const auto length = static_cast<std::size_t>(got);
    return uninterrupted([&] { return ::fsetxattr(to, name, value.data(), length, 0); }) == 0 ? 0 : errno;
}

/// The folder's default access list was given to our file when it was made; the old file may have none.
int removeInheritedAccessList(int file) {
    if (uninterrupted([&] { return ::fremovexattr(file, accessList); }) == 0 || errno == ENODATA)
        return 0;
    return isRefused(errno) ? 0 : errno;
}

/// What became of the old file's access list.
enum class AccessList { None, Kept, Lost };

int copyAllAttributes(int from, int to, AccessList& list) {
    std::vector<std::string> names;
    if (const int error = listAttributes(from, names))
        return error;
    for (const std::string& name : names) {
        const int error = copyAttribute(from, to, name.c_str());
        if (error != 0 && !isRefused(error))
            return error;
        if (name == accessList)
            list = error == 0 ? AccessList::Kept : AccessList::Lost;
    }
    return list == AccessList::Kept ? 0 : removeInheritedAccessList(to);
}

/// Another group must not get this group's rights, and who was in this group is now anybody.
mode_t withoutGroup(mode_t mode) {
    const mode_t forAnybody = mode & (mode >> 3) & S_IRWXO;
    return (mode & (S_IRWXU | S_ISUID | S_ISVTX)) | forAnybody;
}

bool changeOwner(int file, uid_t user, gid_t group) {
    return uninterrupted([&] { return ::fchown(file, user, group); }) == 0;
}

} // namespace

int giveAttributes(int from, const struct stat& old, int to) {
    struct stat made {};
    if (::fstat(to, &made) != 0)
        return errno;
    mode_t mode = old.st_mode & 07777;
    if (made.st_uid != old.st_uid && !changeOwner(to, old.st_uid, static_cast<gid_t>(-1)))
        mode &= ~static_cast<mode_t>(S_ISUID);
    const bool isGroupKept = made.st_gid == old.st_gid || changeOwner(to, static_cast<uid_t>(-1), old.st_gid);
    AccessList list = AccessList::None;
    if (const int error = copyAllAttributes(from, to, list))
        return error;
    // A list may deny what the mode grants to anybody, and Linux does not look at it without rights for the
    // group.
    if (list == AccessList::Lost || (list == AccessList::Kept && !isGroupKept))
        mode &= S_IRWXU;
    else if (!isGroupKept)
        mode = withoutGroup(mode);
    return uninterrupted([&] { return ::fchmod(to, mode); }) == 0 ? 0 : errno;
}

} // namespace catalog::posix
