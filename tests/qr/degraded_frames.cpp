#include "qr/degraded_frames.h"

#include "qr/encode.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ikrar::qr {

namespace {

/// SplitMix64: the standard library's distributions differ between implementations.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) { }
    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    double uniform() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
    double between(double low, double high) { return low + (high - low) * uniform(); }
    /// Of mean 0 and variance 1, near enough to a normal one.
    double noise() { return (uniform() + uniform() + uniform() + uniform() - 2) * std::sqrt(3.0); }

private:
    std::uint64_t m_state;
};

/// A picture in linear light, 0 black to 1 white.
struct Plane {
    int width = 0;
    int height = 0;
    std::vector<float> light;

    [[nodiscard]] float& at(int x, int y)
    {
        return light[static_cast<std::size_t>(y) * static_cast<std::size_t>(width)
            + static_cast<std::size_t>(x)];
    }
};

struct Point {
    double x = 0;
    double y = 0;
};

/// Where on the receipt, in modules from its middle, a pixel of the camera looks.
struct Pose {
    double pixelsPerModule = 4;
    double turn = 0; ///< in the plane, radians
    double tilt = 0; ///< out of the plane, radians
    double towards = 0; ///< the way it tilts, radians
    Point middle; ///< of the receipt in the frame, pixels
    double distance = 1000; ///< of the camera, in pixels of the frame

    [[nodiscard]] Point lookedAt(double x, double y) const
    {
        // The ray through the pixel meets a plane that is tilted about the second axis.
        const double dx = x - middle.x;
        const double dy = y - middle.y;
        const double a = dx * std::cos(towards) + dy * std::sin(towards);
        const double b = dy * std::cos(towards) - dx * std::sin(towards);
        const double u = a * distance / (distance * std::cos(tilt) - a * std::sin(tilt));
        const double v = b * (1 + u * std::sin(tilt) / distance);
        const double spin = turn - towards;
        return {(u * std::cos(spin) + v * std::sin(spin)) / pixelsPerModule,
            (v * std::cos(spin) - u * std::sin(spin)) / pixelsPerModule};
    }
};

/// What is photographed: the receipt's own surface.
struct Surface {
    const Matrix* matrix = nullptr;
    double paper = 0.9;
    double ink = 0.06;
    bool screen = false;
    double dotsPerModule = 5; ///< of the screen
    bool thermal = false;
    std::uint64_t grain = 0;
    std::vector<double> folds; ///< where the paper was folded, in modules from the middle;
                               ///< alternately down and across

    [[nodiscard]] double margin() const
    {
        return static_cast<double>(matrix->size) / 2 + quietZone;
    }
};

double hashed(std::uint64_t grain, int x, int y)
{
    Random random(grain ^ (static_cast<std::uint64_t>(static_cast<std::uint32_t>(x)) << 32U)
        ^ static_cast<std::uint32_t>(y));
    return random.uniform();
}

/// Smooth noise of one unit's wavelength.
double texture(std::uint64_t grain, double x, double y)
{
    const double fx = std::floor(x);
    const double fy = std::floor(y);
    const auto ix = static_cast<int>(fx);
    const auto iy = static_cast<int>(fy);
    const double tx = x - fx;
    const double ty = y - fy;
    const double top = std::lerp(hashed(grain, ix, iy), hashed(grain, ix + 1, iy), tx);
    const double low = std::lerp(hashed(grain, ix, iy + 1), hashed(grain, ix + 1, iy + 1), tx);
    return std::lerp(top, low, ty);
}

/// The dots of a panel: three stripes of unequal luminance, a dark line below them.
double screenDot(double dotX, double dotY)
{
    constexpr std::array<double, 3> stripes{0.80, 1.70, 0.50};
    const double x = dotX - std::floor(dotX);
    const double y = dotY - std::floor(dotY);
    return y > 0.85 ? 0.05 : stripes.at(static_cast<std::size_t>(x * 3) % 3);
}

double inkOfThermal(const Surface& surface, double u, double v)
{
    // Eight dots a millimetre, four a module: dead ones run down the paper, burnt ones are grey.
    const auto column = static_cast<int>(std::floor(u * 4));
    if (hashed(surface.grain, column, 1 << 20) < 0.012)
        return surface.paper;
    const double burnt = 0.16 * texture(surface.grain, u / 9, v / 9)
        + 0.10 * hashed(surface.grain, column, static_cast<int>(std::floor(v * 4)));
    return std::min(surface.paper, surface.ink + burnt);
}

double reflected(const Surface& surface, Point at)
{
    double u = at.x;
    double v = at.y;
    double shade = 1;
    bool down = true;
    for (const double fold : surface.folds) {
        const double beside = (down ? u : v) - fold;
        // The paper rises a little beside the fold, and its two sides face the light differently.
        const double ridge = std::exp(-beside * beside / 4);
        (down ? u : v) += 0.35 * ridge * (beside < 0 ? 1 : -1) * std::min(1.0, std::abs(beside));
        shade *= beside < 0 ? 1.08 : 0.78;
        if (std::abs(beside) < 0.22)
            return surface.paper * 0.97;
        down = !down;
    }
    const double half = static_cast<double>(surface.matrix->size) / 2;
    double light = surface.paper;
    if (u >= -half && v >= -half && u < half && v < half) {
        const auto column = static_cast<int>(std::floor(u + half));
        const auto row = static_cast<int>(std::floor(v + half));
        if (surface.matrix->at(column, row))
            light = surface.thermal ? inkOfThermal(surface, u, v) : surface.ink;
    }
    if (surface.screen)
        light *= screenDot(u * surface.dotsPerModule, v * surface.dotsPerModule);
    return light * shade;
}

/// Cloth and a table behind the receipt, with lines of print on it.
double behind(std::uint64_t grain, double x, double y)
{
    double light
        = 0.25 + 0.35 * texture(grain, x / 160, y / 160) + 0.12 * texture(grain + 1, x / 7, y / 7);
    const double line = std::fmod(y + 40 * texture(grain + 2, x / 400, y / 400), 46);
    if (line < 9 && hashed(grain + 3, static_cast<int>(x) / 5, static_cast<int>(y) / 46) < 0.55)
        light *= 0.4;
    return light;
}

/// What the lens and the sensor do.
struct Camera {
    double blur = 0.5; ///< standard deviation, pixels
    Point motion; ///< during the exposure, pixels
    double exposure = 1;
    double noise = 0.008; ///< standard deviation in full light
    double veil = 0; ///< light that the lens scatters over everything
    Point shadow; ///< how far the light falls off over the frame, to the right and down
    int jpeg = 0; ///< how coarse the blocks are; 0: none
};

/// Three passes of a box are close to a Gaussian.
void blurOnce(Plane& plane, int radius, bool across)
{
    const int length = across ? plane.width : plane.height;
    const int lines = across ? plane.height : plane.width;
    std::vector<float> line(static_cast<std::size_t>(length));
    for (int other = 0; other < lines; ++other) {
        const auto pixel = [&](int along) -> float& {
            const int clamped = std::clamp(along, 0, length - 1);
            return across ? plane.at(clamped, other) : plane.at(other, clamped);
        };
        float sum = 0;
        for (int i = -radius; i <= radius; ++i)
            sum += pixel(i);
        for (int i = 0; i < length; ++i) {
            line[static_cast<std::size_t>(i)] = sum / static_cast<float>(2 * radius + 1);
            sum += pixel(i + radius + 1) - pixel(i - radius);
        }
        for (int i = 0; i < length; ++i)
            pixel(i) = line[static_cast<std::size_t>(i)];
    }
}

/// A short Gaussian in one direction.
void blur(Plane& plane, double deviation, bool across)
{
    if (deviation < 0.2)
        return;
    if (deviation > 2.5) {
        const auto radius = static_cast<int>(std::lround(deviation));
        for (int pass = 0; pass < 3; ++pass)
            blurOnce(plane, radius, across);
        return;
    }
    const auto radius = static_cast<int>(std::ceil(deviation * 3));
    std::vector<float> weights;
    float sum = 0;
    for (int i = -radius; i <= radius; ++i) {
        weights.push_back(static_cast<float>(std::exp(-i * i / (2 * deviation * deviation))));
        sum += weights.back();
    }
    const Plane before = plane;
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            float light = 0;
            for (int i = -radius; i <= radius; ++i) {
                const int fromX = across ? std::clamp(x + i, 0, plane.width - 1) : x;
                const int fromY = across ? y : std::clamp(y + i, 0, plane.height - 1);
                light += weights[static_cast<std::size_t>(i + radius)]
                    * before.light[static_cast<std::size_t>(fromY)
                            * static_cast<std::size_t>(plane.width)
                        + static_cast<std::size_t>(fromX)];
            }
            plane.at(x, y) = light / sum;
        }
    }
}

void expose(Plane& plane, const Camera& camera, Random& random)
{
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            const double fall
                = 1 - camera.shadow.x * x / plane.width - camera.shadow.y * y / plane.height;
            const double light
                = camera.veil + double{plane.at(x, y)} * std::max(0.05, fall) * camera.exposure;
            const double shot = camera.noise * std::sqrt(std::max(0.02, light));
            plane.at(x, y) = static_cast<float>(light + shot * random.noise());
        }
    }
}

/// sRGB's curve: what a sensor's light becomes as a number.
std::uint8_t encoded(float light)
{
    const double clamped = std::clamp(static_cast<double>(light), 0.0, 1.0);
    const double curved
        = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * std::pow(clamped, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(curved * 255));
}

using Block = std::array<double, 64>;

const Block& cosines()
{
    static const Block table = [] {
        Block made{};
        for (std::size_t k = 0; k < 8; ++k) {
            for (std::size_t n = 0; n < 8; ++n) {
                made.at(k * 8 + n) = std::cos(std::numbers::pi * (static_cast<double>(n) + 0.5)
                                         * static_cast<double>(k) / 8)
                    * (k == 0 ? std::sqrt(1.0 / 8) : 0.5);
            }
        }
        return made;
    }();
    return table;
}

/// Rows times the cosines, transposed: twice is the transform, and with the table turned its
/// inverse.
Block transformed(const Block& block, bool back)
{
    Block out{};
    for (std::size_t row = 0; row < 8; ++row) {
        for (std::size_t k = 0; k < 8; ++k) {
            double sum = 0;
            for (std::size_t n = 0; n < 8; ++n)
                sum += block.at(row * 8 + n) * cosines().at(back ? n * 8 + k : k * 8 + n);
            out.at(k * 8 + row) = sum;
        }
    }
    return out;
}

/// The loss of a camera's JPEG: each block of 8 x 8 to coarse steps, coarser for fine detail.
void compress(Frame& frame, int coarse)
{
    for (int top = 0; top + 8 <= frame.height; top += 8) {
        for (int left = 0; left + 8 <= frame.width; left += 8) {
            const auto pixel = [&](std::size_t i) -> std::uint8_t& {
                const auto row = static_cast<std::size_t>(top) + i / 8;
                return frame.pixels[row * static_cast<std::size_t>(frame.width)
                    + static_cast<std::size_t>(left) + i % 8];
            };
            Block block{};
            for (std::size_t i = 0; i < 64; ++i)
                block.at(i) = pixel(i);
            block = transformed(transformed(block, false), false);
            for (std::size_t i = 0; i < 64; ++i) {
                const std::size_t fineness = i / 8 + i % 8;
                const double step = coarse * (1.0 + static_cast<double>(fineness));
                block.at(i) = std::round(block.at(i) / step) * step;
            }
            block = transformed(transformed(block, true), true);
            for (std::size_t i = 0; i < 64; ++i)
                pixel(i)
                    = static_cast<std::uint8_t>(std::clamp(std::lround(block.at(i)), 0L, 255L));
        }
    }
}

/// A receipt as they are: an address, a mark, and 560 to 1,230 digits.
std::string someText(Random& random)
{
    std::string text = "HTTPS://VERIFY.EXAMPLE/V#";
    const auto digits = static_cast<std::size_t>(random.between(560, 1230));
    for (std::size_t i = 0; i < digits; ++i)
        text += static_cast<char>('0' + random.next() % 10);
    return text;
}

struct Scene {
    Pose pose;
    Surface surface;
    Camera camera;
};

void tilt(Scene& scene, Random& random, double least, double most)
{
    scene.pose.tilt = random.between(least, most) * std::numbers::pi / 180;
    scene.pose.towards = random.between(0, 2 * std::numbers::pi);
}

void makeScreen(Scene& scene, Random& random)
{
    scene.surface.screen = true;
    // Near one dot a pixel of the camera the two beat in broad stripes.
    scene.surface.dotsPerModule
        = std::max(3.0, std::floor(scene.pose.pixelsPerModule * random.between(0.55, 1.5)));
    scene.surface.ink = 0.02;
    scene.surface.paper = 1;
    scene.pose.turn = random.between(-0.2, 0.2);
    tilt(scene, random, 0, 12);
    scene.camera.blur = random.between(0.25, 0.45);
    scene.camera.exposure = random.between(0.8, 1.1);
    scene.camera.veil = random.between(0, 0.05);
}

void makeThermal(Scene& scene, Random& random)
{
    scene.surface.thermal = true;
    scene.surface.paper = 0.72;
    scene.surface.ink = random.between(0.10, 0.34);
    scene.camera.noise = 0.015;
    scene.camera.blur = random.between(0.5, 1.0);
    scene.pose.turn = random.between(-0.3, 0.3);
}

void makeTogether(Scene& scene, Random& random)
{
    tilt(scene, random, 8, 28);
    scene.camera.blur = random.between(0.6, 1.1);
    scene.camera.noise = random.between(0.015, 0.035);
    scene.camera.shadow = {random.between(-0.4, 0.4), random.between(-0.4, 0.4)};
    scene.camera.jpeg = static_cast<int>(random.between(3, 7));
    scene.pose.pixelsPerModule = random.between(3.2, 5.5);
}

void apply(Damage damage, Scene& scene, Random& random)
{
    Camera& camera = scene.camera;
    switch (damage) {
    case Damage::None:
    case Damage::Empty:
        break;
    case Damage::Small:
        scene.pose.pixelsPerModule = random.between(1.5, 2.3);
        camera.blur = random.between(0.3, 0.5);
        break;
    case Damage::Blurred:
        camera.blur = random.between(0.25, 0.42) * scene.pose.pixelsPerModule;
        camera.motion = {random.between(-0.5, 0.5) * scene.pose.pixelsPerModule,
            random.between(-0.5, 0.5) * scene.pose.pixelsPerModule};
        break;
    case Damage::Tilted:
        scene.pose.turn = random.between(0, 2 * std::numbers::pi);
        tilt(scene, random, 20, 45);
        break;
    case Damage::Creased:
        scene.surface.folds = {random.between(-22, 22), random.between(-22, 22)};
        scene.surface.grain = random.next();
        scene.pose.turn = random.between(-0.3, 0.3);
        break;
    case Damage::Dimmed:
        camera.exposure = random.between(0.03, 0.10);
        camera.noise = random.between(0.02, 0.045);
        camera.veil = random.between(0.005, 0.03);
        camera.shadow = {random.between(-0.6, 0.6), random.between(-0.6, 0.6)};
        break;
    case Damage::Screen:
        makeScreen(scene, random);
        break;
    case Damage::Thermal:
        makeThermal(scene, random);
        break;
    case Damage::Together:
        makeTogether(scene, random);
        break;
    }
}

Scene sceneOf(Damage damage, const Matrix& matrix, Random& random, int width, int height)
{
    Scene scene;
    scene.surface.matrix = &matrix;
    scene.surface.grain = random.next();
    const double whole = matrix.size + 2.0 * quietZone;
    scene.pose.pixelsPerModule = random.between(2.8, std::min(6.5, 0.95 * height / whole));
    scene.pose.turn = random.between(-0.15, 0.15);
    scene.pose.distance = 1.1 * width;
    scene.camera.shadow = {random.between(-0.2, 0.2), random.between(-0.2, 0.2)};
    apply(damage, scene, random);
    // The whole receipt stays in the frame, turned as it may be.
    const double reach = std::min(height / 2.0, 0.55 * whole * scene.pose.pixelsPerModule);
    scene.pose.middle
        = {random.between(reach, width - reach), random.between(reach, height - reach)};
    return scene;
}

void shake(Scene& scene, std::uint64_t seed, int later)
{
    if (later == 0)
        return;
    Random random(seed ^ (static_cast<std::uint64_t>(later) << 40U));
    scene.pose.middle.x += random.between(-6, 6);
    scene.pose.middle.y += random.between(-6, 6);
    scene.pose.turn += random.between(-0.03, 0.03);
    scene.pose.pixelsPerModule *= random.between(0.97, 1.03);
    scene.pose.tilt *= random.between(0.9, 1.05);
    scene.camera.blur *= random.between(0.8, 1.15);
}

Plane photographed(const Scene& scene, bool empty, std::uint64_t grain, int width, int height)
{
    constexpr int samples = 3;
    Plane plane{width, height,
        std::vector<float>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
    const double margin = scene.surface.margin();
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            double light = 0;
            for (int sample = 0; sample < samples * samples; ++sample) {
                const int down = sample / samples;
                const double px = x + (sample % samples + 0.5) / samples;
                const double py = y + (down + 0.5) / samples;
                const Point at = scene.pose.lookedAt(px, py);
                const bool on = !empty && std::max(std::abs(at.x), std::abs(at.y)) < margin;
                light += on ? reflected(scene.surface, at) : behind(grain, px, py);
                if (!on && sample == 0) {
                    light *= samples * samples;
                    break; // nothing fine stands there
                }
            }
            plane.at(x, y) = static_cast<float>(light / (samples * samples));
        }
    }
    return plane;
}

} // namespace

const char* name(Damage damage)
{
    constexpr std::array names{"flat and sharp", "far away", "blurred", "tilted", "creased", "dim",
        "off a screen", "faded slip", "all together", "no receipt"};
    return names.at(static_cast<std::size_t>(damage));
}

Frame laterFrame(Damage damage, std::uint64_t seed, int number, int later, int width, int height)
{
    Random random(seed * 1'000'003U + static_cast<std::uint64_t>(damage) * 10'007U
        + static_cast<std::uint64_t>(number));
    Frame frame{width, height, {}, someText(random)};
    const Matrix matrix = encode(frame.text, Level::L).value();
    Scene scene = sceneOf(damage, matrix, random, width, height);
    const std::uint64_t grain = random.next();
    shake(scene, grain, later);
    const bool empty = damage == Damage::Empty;
    Plane plane = photographed(scene, empty, grain, width, height);
    blur(plane, std::hypot(scene.camera.blur, scene.camera.motion.x / 2), true);
    blur(plane, std::hypot(scene.camera.blur, scene.camera.motion.y / 2), false);
    Random sensor(grain + static_cast<std::uint64_t>(later));
    expose(plane, scene.camera, sensor);
    std::transform(
        plane.light.begin(), plane.light.end(), std::back_inserter(frame.pixels), encoded);
    if (scene.camera.jpeg != 0)
        compress(frame, scene.camera.jpeg);
    if (empty)
        frame.text.clear();
    return frame;
}

Frame degradedFrame(Damage damage, std::uint64_t seed, int number, int width, int height)
{
    return laterFrame(damage, seed, number, 0, width, height);
}

} // namespace ikrar::qr
